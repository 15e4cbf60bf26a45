import type { Excluded } from '../../coverage/excluded.ts';
import { type Speech, sayAny } from '../messages.ts';

/** What was taken in and is not counted, beside the charts. */
export function Ledger({ excluded, words }: { excluded: Excluded; words: Speech }) {
  const rows = Object.entries(excluded).filter(([, count]) => count > 0);
  return (
    <section aria-labelledby="ledger">
      <h2 id="ledger">{words.say('ledger')}</h2>
      <ul class="ledger">
        {rows.map(([what, count]) => (
          <li key={what}>
            <strong>{count}</strong> {sayAny(words, `ledger-${what}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
