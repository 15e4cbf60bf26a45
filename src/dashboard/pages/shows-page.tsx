import type { Progress } from '../../coverage/progress.ts';
import type { ShowSummary } from '../../coverage/shows.ts';
import type { Speech } from '../messages.ts';
import { Layout } from './layout.tsx';
import { ProgressLine } from './show-page.tsx';

/** All shows with what was taken in about them. */
export function ShowsPage({
  shows,
  progress,
  settled,
  words,
}: {
  shows: readonly ShowSummary[];
  progress: Progress;
  settled: boolean;
  words: Speech;
}) {
  const { say } = words;
  return (
    <Layout words={words} title={say('shows')} path="" search="">
      <h1>{say('shows')}</h1>
      {progress.pages === 0 && progress.unpolled === 0 && <p class="note">{say('emptyStore')}</p>}
      {!settled && progress.pages > 0 && <ProgressLine progress={progress} words={words} />}
      <table>
        <thead>
          <tr>
            <th scope="col">{say('shows')}</th>
            <th scope="col">{say('documentsTotal')}</th>
          </tr>
        </thead>
        <tbody>
          {shows.map(({ id, title, documents }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/${words.locale}/shows/${id}`}>{title}</a>
              </th>
              <td>{documents}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Layout>
  );
}
