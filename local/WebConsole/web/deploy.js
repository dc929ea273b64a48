// Deploying again: each step as it is done, and what it came to.
import { ErrorNote, html, sendForLines, useAction, useState } from './ui.js';

export function useDeploy() {
  const [lines, setLines] = useState([]);
  const action = useAction(async () => {
    const seen = [];
    setLines(seen);
    await sendForLines('POST', 'deploy', undefined, line => {
      seen.push(line);
      setLines([...seen]);
    });
    const last = seen.at(-1);
    if (last?.error) throw new Error(last.error);
    return last?.summary;
  });
  return { ...action, steps: lines.filter(line => line.step).map(line => line.step), summary: lines.at(-1)?.summary };
}

export const sayingOf = step => `${step.kind.toLowerCase()} ${step.name}${step.changed.length > 0 ? `: ${step.changed.join(', ')}` : ''}`;

export function DeployNote({ of }) {
  return html`
    <div role="status">
      ${of.busy && html`<p class="quiet">Deploying. ${of.steps.length > 0 && sayingOf(of.steps.at(-1))}</p>`}
      ${of.summary && html`<p>Deployed: ${of.summary.created} created, ${of.summary.updated} updated, ${of.summary.replaced} replaced,
        ${of.summary.deleted} deleted, ${of.summary.unchanged} unchanged.</p>`}
    </div>
    <${ErrorNote} error=${of.error} />`;
}
