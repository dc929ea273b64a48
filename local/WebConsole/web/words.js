// The definitions' terms in words.

const units = [['Y', 'year'], ['M', 'month'], ['W', 'week'], ['D', 'day'], ['H', 'hour'], ['m', 'minute'], ['S', 'second']];

/** Such as "7 days" for P7D; a text that is no such duration stays as it is. */
export function duration(text) {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text ?? '');
  const said = parts?.slice(1).flatMap((count, index) => count ? [`${count} ${units[index][1]}${count === '1' ? '' : 's'}`] : []) ?? [];
  return said.length > 0 ? said.join(' ') : text;
}

/** A step of a journey, such as "wait 3 days". */
export const step = label => label.replace(/^wait (\S+)$/, (_, time) => `wait ${duration(time)}`);

/** What of the definitions a message is of, such as "reminder renewal, 7 days before". */
export const origin = ({ kind, name, part }) =>
  kind === 'announcement' ? `announcement ${name}${part ? `, ${part}` : ''}`
    : kind === 'reminder' ? `reminder ${name}, ${duration(part)} before`
      : `journey ${name}`;

const subjects = { country: 'country', channel: 'channel', platform: 'device platform', make: 'device make', model: 'device model',
  appVersion: 'app version' };

const comparisons = {
  in: 'is one of', notIn: 'is none of', contains: 'contains', before: 'is before', after: 'is after', between: 'is between', on: 'is on',
  equal: 'is', moreThan: 'is more than', atLeast: 'is at least', lessThan: 'is less than', atMost: 'is at most',
};

/** A condition of a segment, such as "tier is premium". */
export function condition({ subject, name, operator, values }) {
  const compared = values.length === 1 ? { in: 'is', notIn: 'is not' }[operator] : undefined;
  return `${name ?? subjects[subject] ?? subject} ${compared ?? comparisons[operator] ?? operator} ${values.join(operator === 'between'
    ? ' and ' : ', ')}`;
}

/** "1 customer", "3 customers". */
export const counted = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`;
