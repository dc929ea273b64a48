import {
  Badge, Button, Empty, ErrorNote, Field, Loading, Page, Table, get, html, send, useAction, useEffect, useLive, useMemo, useRef, useState,
} from '../ui.js';
import { DeployNote, useDeploy } from '../deploy.js';
import { completionsAt, namesIn } from '../yaml-completion.js';

export default { path: 'definitions', title: 'Definitions', group: 'Try', component: Definitions };

// What was written and is not saved yet, by path: { text, before }. It stays while one looks at other pages.
const drafts = new Map();

const draftsAsFiles = () => [...drafts].map(([path, { text, before }]) => ({ path, text, before }));

const Kinds = { deployed: 'plain', changed: 'warn', new: 'warn', removed: 'warn' };

function Definitions({ parts }) {
  const { data, error, reload } = useLive('definitions', ['deployments']);
  if (!data) return html`<${Page} title="Definitions"><${Loading} error=${error} /><//>`;
  const path = parts.join('/');
  return path === '' ? html`<${Files} of=${data} reload=${reload} />` : html`<${Editor} key=${path} path=${path} files=${data.files}
    saved=${reload} />`;
}

function Files({ of, reload }) {
  const [name, setName] = useState('');
  const create = event => {
    event.preventDefault();
    location.hash = `#/definitions/templates/${encodeURIComponent(name)}/subject.txt`;
  };
  return html`
    <${Page} title="Definitions"
      lead=${`What is accepted and sent, to which customers. These are the files of ${of.folder}, for the platform ${of.platform}.`}>
      <${Table} caption="Files" rows=${of.files.filter(file => !file.path.includes('/'))} rowKey=${file => file.path} href=${file =>
        `#/definitions/${file.path}`}
        empty=${html`<${Empty} title="No files">The folder has no definitions.<//>`}
        columns=${[
          { name: 'File', className: 'long', cell: file => file.path },
          { name: 'State', cell: file => html`<${State} of=${[file]} />` },
        ]} />
      <h2>Deploy</h2>
      <${Deployment} changed=${of.files.filter(file => file.state !== 'deployed').length} done=${reload} />
      <h2>Templates</h2>
      <${Table} caption="Templates" rows=${templatesOf(of.files)} rowKey=${([name]) => name} empty="No template yet." columns=${[
        { name: 'Template', className: 'long', cell: ([name]) => name },
        { name: 'Files', className: 'long', cell: ([, files]) => files.map(file => html`<a
          href=${`#/definitions/${file.path}`}>${file.path.split('/').at(-1)}</a> `) },
        { name: 'State', cell: ([, files]) => html`<${State} of=${files} />` },
      ]} />
      <h2>New template</h2>
      <form class="row" onSubmit=${create}>
        <${Field} label="Name" hint="Its e-mail has a subject.txt, an email.html and an email.txt; save them together.">
          ${input => html`<input ...${input} type="text" required pattern="[A-Za-z0-9_-]+" value=${name} onInput=${event =>
            setName(event.target.value)} />`}
        <//>
        <${Button} type="submit">Write it<//>
      </form>
    <//>`;
}

const templatesOf = files => [...Map.groupBy(files.filter(file => file.path.startsWith('templates/')), file => file.path.split('/')[1])];

function State({ of }) {
  if (of.some(file => drafts.has(file.path))) return html`<${Badge} kind="warn">not saved<//>`;
  const state = of.find(file => file.state !== 'deployed')?.state ?? 'deployed';
  return html`<${Badge} kind=${Kinds[state]}>${state}<//>`;
}

function Deployment({ changed, done }) {
  const [changes, setChanges] = useState(null);
  const look = useAction(async () => setChanges(await get('deploy/changes')));
  const deploy = useDeploy();
  const run = async () => {
    await deploy.run();
    setChanges(null);
    done();
  };
  return html`
    <p>${drafts.size > 0 ? 'Save what you have written first. ' : ''}${changed === 0
      ? 'The files in the folder are those that are deployed.' : `${changed} files in the folder are not as they are deployed.`}</p>
    <p class="row">
      <${Button} kind=${changes ? '' : 'primary'} busy=${look.busy} onClick=${look.run}>See what would change<//>
      ${changes && html`<${Button} kind="primary" busy=${deploy.busy} onClick=${run}>Deploy<//>`}
    </p>
    <${ErrorNote} error=${look.error} />
    ${changes && html`<${Changes} of=${changes} />`}
    <${DeployNote} of=${deploy} />`;
}

function Changes({ of }) {
  if (of.resources.length === 0) return html`<p role="status">Nothing would change.</p>`;
  return html`
    <p role="status">${of.resources.length} ${of.resources.length === 1 ? 'change' : 'changes'}:</p>
    ${of.people.length > 0 && html`<pre tabindex="0" aria-label="What customers would notice">${of.people.join('\n')}</pre>`}
    ${of.resources.map(change => html`
      <details key=${change.name} open=${change.type === ''}>
        <summary><${Badge} kind=${change.kind === 'Added' ? 'good' : change.kind === 'Changed' ? 'plain'
          : 'bad'}>${change.kind.toLowerCase()}<//> ${change.name}
          <span class="quiet"> ${change.type}</span> ${change.security.map(each => html`<${Badge} kind="warn">${each}<//> `)}</summary>
        ${change.because && html`<p>${change.because}.</p>`}
        <${Table} caption=${`What changes of ${change.name}`} rows=${change.properties} empty=${html`<p class="quiet">As a whole.</p>`}
          columns=${[
          { name: 'Property', className: 'long', cell: each => each.path },
          { name: 'Now', className: 'long', cell: each => html`<del>${shown(each.before)}</del>` },
          { name: 'Then', className: 'long', cell: each => html`<ins>${shown(each.after)}</ins>` },
        ]} />
      </details>`)}`;
}

const shown = value => value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 1);

function Editor({ path, files, saved }) {
  const known = files.some(file => file.path === path);
  const loaded = useLive(known ? `definitions/files/${path}` : null, ['deployments']);
  const before = known ? loaded.data?.saved : null;
  if (known && !loaded.data) return html`<${Page} title=${path}><${Loading} error=${loaded.error} /><//>`;
  return html`<${Draft} path=${path} before=${before} deployed=${loaded.data?.deployed} files=${files}
    reload=${() => { loaded.reload(); saved(); }} />`;
}

function Draft({ path, before, deployed, files, reload }) {
  const [text, setText] = useState(drafts.get(path)?.text ?? before ?? '');
  const area = useRef(null);
  const write = next => {
    setText(next);
    if (next === (before ?? '')) drafts.delete(path);
    else drafts.set(path, { text: next, before: drafts.get(path)?.before ?? before });
  };
  const errors = useErrors(path, text, before);
  const save = useAction(async () => {
    await send('PUT', 'definitions', { files: draftsAsFiles() });
    drafts.clear();
    reload();
  });
  const isChanged = drafts.has(path);
  const goTo = error => {
    const lines = text.split('\n');
    const start = lines.slice(0, error.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + Math.max(0, error.column - 1);
    area.current.focus();
    area.current.setSelectionRange(start, start);
    area.current.scrollTop = (error.line - 4) * (area.current.scrollHeight / lines.length);
  };
  return html`
    <${Page} title=${path} lead=${isChanged ? 'Not saved yet.' : before === null ? 'A new file.' : before === deployed
      ? 'As it is deployed.' : 'Saved, and not deployed yet.'}>
      <p><a href="#/definitions">All files</a></p>
      <${Text} path=${path} text=${text} write=${write} area=${area} files=${files} />
      <p class="row">
        <${Button} kind="primary" busy=${save.busy} disabled=${drafts.size === 0 || errors.length > 0}
          onClick=${save.run}>${drafts.size > 1 ? `Save ${drafts.size} files` : 'Save'}<//>
        <${Button} disabled=${!isChanged} onClick=${() => write(before ?? '')}>Undo<//>
        ${!isChanged && before !== deployed && html`<a href="#/definitions">See what a deployment would change</a>`}
      </p>
      <${ErrorNote} error=${save.error} />
      <div role="status">${errors.length === 0 ? html`<p class="quiet">A deployment would take it.</p>`
        : html`<p>${errors.length} ${errors.length === 1 ? 'mistake' : 'mistakes'}:</p>`}</div>
      <${Table} caption="Mistakes" rows=${errors} columns=${[
        { name: 'Where', cell: error => error.file === path && error.line > 0
          ? html`<${Button} onClick=${() => goTo(error)}>line ${error.line}<//>`
          : html`<a href=${`#/definitions/${error.file}`}>${error.file}${error.line > 0 ? `, line ${error.line}` : ''}</a>` },
        { name: 'Key', className: 'long', cell: error => error.keyPath },
        { name: 'What is wrong', className: 'long', cell: error => error.message },
      ]} />
    <//>`;
}

// The same check as before a deployment, of all drafts together, a moment after the last key.
function useErrors(path, text, before) {
  const [errors, setErrors] = useState([]);
  useEffect(() => {
    let ended = false;
    const timer = setTimeout(async () => {
      try {
        const answer = await send('POST', 'definitions/check', { files: draftsAsFiles() });
        if (!ended) setErrors(answer.errors);
      } catch (error) {
        if (!ended) setErrors([{ file: path, line: 0, column: 0, keyPath: '', message: error.message }]);
      }
    }, 250);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [path, text, before]);
  return errors;
}

function Text({ path, text, write, area, files }) {
  const schema = useLive(/^[a-z]+\.yaml$/.test(path) ? `definitions/schemas/${path.slice(0, -5)}` : null);
  const names = useNames(files);
  const [offer, setOffer] = useState(null);
  const [at, setAt] = useState(0);
  const list = useMemo(() => `completions-${path.replace(/\W/g, '-')}`, [path]);
  const open = () => {
    const found = schema.data && completionsAt(text, area.current.selectionStart, schema.data, names);
    setOffer(found?.items.length > 0 ? found : null);
    setAt(0);
  };
  const choose = item => {
    const end = area.current.selectionStart;
    const start = end - offer.word.length;
    write(text.slice(0, start) + item.text + text.slice(end));
    setOffer(null);
    requestAnimationFrame(() => {
      area.current.focus();
      area.current.setSelectionRange(start + item.text.length, start + item.text.length);
    });
  };
  const keys = {
    ArrowDown: () => setAt((at + 1) % offer.items.length),
    ArrowUp: () => setAt((at + offer.items.length - 1) % offer.items.length),
    Enter: () => choose(offer.items[at]),
    Escape: () => setOffer(null),
  };
  const press = event => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      open();
    } else if (offer && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  };
  return html`
    <${Field} label="Text" hint=${schema.data ? 'Ctrl and space says what may stand there.' : null}>
      ${field => html`<textarea ...${field} ref=${area} class="code" rows="24" spellcheck=${false} wrap="off" value=${text}
        onKeyDown=${press}
        aria-autocomplete=${schema.data ? 'list' : undefined} aria-controls=${offer ? list : undefined} aria-activedescendant=${offer
          ? `${list}-${at}` : undefined}
        onInput=${event => { setOffer(null); write(event.target.value); }}></textarea>`}
    <//>
    ${schema.data && html`<p><${Button} onClick=${open}>What may stand here?<//></p>`}
    ${offer && html`
      <ul class="completions" role="listbox" id=${list} aria-label="What may stand here">
        ${offer.items.map((item, index) => html`
          <li role="option" id=${`${list}-${index}`} aria-selected=${index === at} onClick=${() =>
            choose(item)}><code>${item.text}</code> <span class="quiet">${item.detail}</span></li>`)}
      </ul>`}`;
}

// What keys name: the names of other files.
const Sources = { segment: ['segments.yaml', 'segments'], event: ['events.yaml', 'events'], topic: ['topics.yaml', 'topics'] };

function useNames(files) {
  const [texts, setTexts] = useState({});
  useEffect(() => {
    for (const [path] of Object.values(Sources).filter(([path]) => files.some(file => file.path === path))) {
      get(`definitions/files/${path}`).then(file => setTexts(all => ({ ...all, [path]: file.saved })), () => {});
    }
  }, [files]);
  const templates = [...new Set(files.filter(file => file.path.startsWith('templates/')).map(file => file.path.split('/')[1]))];
  return key => {
    if (key === 'template' || key === 'send') return templates;
    const source = Sources[key];
    return source ? namesIn(texts[source[0]], source[1]) : [];
  };
}
