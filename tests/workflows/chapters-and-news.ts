import { news, type News } from './news.ts';
import { positions, type PositionName } from './positions.ts';

// What comes | where it leads: a chapter or an outcome | what then waits for the user | what comes by itself.
const written: Readonly<Record<PositionName, string>> = {
  'the first mail waits': `
  | nothing                  | outreach  | draft outreach             | -                |
  | unread mail              | outreach  | draft outreach, their mail | -                |
  | interested               | agreeing  | draft proposal             | -                |
  | asks                     | agreeing  | answer owed                | -                |
  | proposes a time          | agreeing  | answer owed                | -                |
  | accepts a time           | agreeing  | answer owed                | -                |
  | cannot make it           | agreeing  | draft proposal             | -                |
  | answered                 | thanks    | draft thank_you            | -                |
  | declined                 | declined  | draft reply                | -                |
  | later                    | silence   | -                          | nudge in 30 days |
  | referred                 | referred  | draft reply                | -                |
  | no reply                 | outreach  | draft outreach             | -                |
  | opt-out, judged          | opted_out | -                          | -                |
  | opt-out by mail          | opted_out | -                          | -                |
  | declined, no: interested | agreeing  | draft proposal             | -                |
  | interested, no: declined | declined  | draft reply                | -                |
  | no reply, no: answered   | thanks    | draft thank_you            | -                |
  | away until a day         | outreach  | draft outreach, their mail | -                |
  | mail by hand             | silence   | -                          | nudge in 7 days  |
  | unreadable mail          | outreach  | draft outreach, their mail | -                |
  | paused                   | outreach  | draft outreach             | paused           |
  | snoozed                  | outreach  | draft outreach             | -                |
  | stopped                  | stopped   | -                          | -                |
  | new settings             | outreach  | draft outreach             | -                |
  `,
  silence: `
  | nothing                  | silence   | -                | nudge in 5 days          |
  | unread mail              | silence   | their mail       | -                        |
  | interested               | agreeing  | draft proposal   | -                        |
  | asks                     | agreeing  | answer owed      | -                        |
  | proposes a time          | agreeing  | answer owed      | -                        |
  | accepts a time           | agreeing  | answer owed      | -                        |
  | cannot make it           | agreeing  | draft proposal   | -                        |
  | answered                 | thanks    | draft thank_you  | -                        |
  | declined                 | declined  | draft reply      | -                        |
  | later                    | silence   | -                | nudge in 30 days         |
  | referred                 | referred  | draft reply      | -                        |
  | no reply                 | silence   | -                | nudge in 5 days          |
  | opt-out, judged          | opted_out | -                | -                        |
  | opt-out by mail          | opted_out | -                | -                        |
  | declined, no: interested | agreeing  | draft proposal   | -                        |
  | interested, no: declined | declined  | draft reply      | -                        |
  | no reply, no: answered   | thanks    | draft thank_you  | -                        |
  | away until a day         | silence   | -                | nudge when they are back |
  | away, no day             | silence   | -                | nudge in 5 days          |
  | bounce, no such address  | bounced   | problem: bounced | -                        |
  | bounce, mailbox full     | silence   | problem: lost    | nudge in 5 days          |
  | bounce, delayed          | silence   | -                | nudge in 5 days          |
  | bounce, policy           | silence   | their mail       | -                        |
  | mail by hand             | silence   | -                | nudge in 7 days          |
  | unreadable mail          | silence   | their mail       | -                        |
  | paused                   | silence   | -                | paused                   |
  | snoozed                  | silence   | -                | nudge in 30 days         |
  | stopped                  | stopped   | -                | -                        |
  | new settings             | silence   | -                | nudge in 7 days          |
  | interested, skipped      | agreeing  | answer owed      | -                        |
  | later, no: interested    | agreeing  | draft proposal   | -                        |
  `,
  'silence, the nudge waits': `
  | nothing                 | silence  | draft nudge      | -                        |
  | unread mail             | silence  | their mail       | -                        |
  | interested              | agreeing | draft proposal   | -                        |
  | later                   | silence  | -                | nudge in 30 days         |
  | no reply                | silence  | draft nudge      | -                        |
  | away until a day        | silence  | -                | nudge when they are back |
  | away, no day            | silence  | draft nudge      | -                        |
  | bounce, no such address | bounced  | problem: bounced | -                        |
  | mail by hand            | silence  | -                | nudge in 7 days          |
  | paused                  | silence  | draft nudge      | paused                   |
  | stopped                 | stopped  | -                | -                        |
  `,
  'times are offered': `
  | nothing                  | agreeing  | -                | nudge in 3 days          |
  | unread mail              | agreeing  | their mail       | -                        |
  | interested               | agreeing  | draft proposal   | -                        |
  | asks                     | agreeing  | answer owed      | -                        |
  | proposes a time          | agreeing  | answer owed      | -                        |
  | accepts a time           | agreeing  | answer owed      | -                        |
  | cannot make it           | agreeing  | draft proposal   | -                        |
  | answered                 | thanks    | draft thank_you  | -                        |
  | declined                 | declined  | draft reply      | -                        |
  | later                    | silence   | -                | nudge in 30 days         |
  | referred                 | referred  | draft reply      | -                        |
  | no reply                 | agreeing  | -                | nudge in 3 days          |
  | opt-out, judged          | opted_out | -                | -                        |
  | opt-out by mail          | opted_out | -                | -                        |
  | declined, no: interested | agreeing  | draft proposal   | -                        |
  | interested, no: declined | declined  | draft reply      | -                        |
  | no reply, no: answered   | thanks    | draft thank_you  | -                        |
  | away until a day         | agreeing  | -                | nudge when they are back |
  | away, no day             | agreeing  | -                | nudge in 3 days          |
  | bounce, no such address  | agreeing  | problem: bounced | nudge in 3 days          |
  | bounce, mailbox full     | agreeing  | problem: lost    | nudge in 3 days          |
  | bounce, delayed          | agreeing  | -                | nudge in 3 days          |
  | mail by hand             | agreeing  | -                | nudge in 7 days          |
  | unreadable mail          | agreeing  | their mail       | -                        |
  | paused                   | agreeing  | -                | paused                   |
  | snoozed                  | agreeing  | -                | nudge in 30 days         |
  | stopped                  | stopped   | -                | -                        |
  | new settings             | agreeing  | -                | nudge in 3 days          |
  `,
  'the proposal waits': `
  | nothing      | agreeing | draft proposal             | -                |
  | unread mail  | agreeing | draft proposal, their mail | -                |
  | interested   | agreeing | draft proposal             | -                |
  | asks         | agreeing | draft proposal             | -                |
  | answered     | thanks   | draft thank_you            | -                |
  | later        | silence  | -                          | nudge in 30 days |
  | no reply     | agreeing | draft proposal             | -                |
  | mail by hand | agreeing | -                          | nudge in 7 days  |
  | paused       | agreeing | draft proposal             | paused           |
  | stopped      | stopped  | -                          | -                |
  `,
  'a meeting is agreed': `
  | nothing                  | meeting                      | -                                   | meeting in 3 days |
  | unread mail              | meeting                      | their mail                          | -                 |
  | interested               | meeting                      | answer owed                         | meeting in 3 days |
  | asks                     | meeting                      | answer owed                         | meeting in 3 days |
  | proposes a time          | meeting                      | answer owed                         | meeting in 3 days |
  | accepts a time           | meeting                      | answer owed                         | meeting in 3 days |
  | cannot make it           | agreeing, meeting cancelled  | draft proposal                      | -                 |
  | answered                 | thanks, meeting cancelled    | draft cancellation, draft thank_you | -                 |
  | declined                 | declined, meeting cancelled  | draft cancellation, draft reply     | -                 |
  | later                    | silence, meeting cancelled   | draft cancellation                  | nudge in 30 days  |
  | referred                 | meeting                      | -                                   | meeting in 3 days |
  | no reply                 | meeting                      | -                                   | meeting in 3 days |
  | opt-out, judged          | opted_out, meeting cancelled | -                                   | -                 |
  | opt-out by mail          | opted_out, meeting cancelled | -                                   | -                 |
  | declined, no: interested | meeting                      | answer owed                         | meeting in 3 days |
  | interested, no: declined | declined, meeting cancelled  | draft cancellation, draft reply     | -                 |
  | no reply, no: answered   | thanks, meeting cancelled    | draft cancellation, draft thank_you | -                 |
  | away until a day         | meeting                      | -                                   | meeting in 3 days |
  | bounce, no such address  | meeting                      | problem: bounced                    | meeting in 3 days |
  | bounce, mailbox full     | meeting                      | problem: lost                       | meeting in 3 days |
  | mail by hand             | meeting                      | -                                   | meeting in 3 days |
  | unreadable mail          | meeting                      | their mail                          | -                 |
  | paused                   | meeting                      | -                                   | paused            |
  | snoozed                  | meeting                      | -                                   | meeting in 3 days |
  | stopped, but we meet     | stopped, meeting stands      | -                                   | -                 |
  | new settings             | meeting                      | -                                   | meeting in 3 days |
  `,
  'the thank-you waits': `
  | nothing                   | thanks           | draft thank_you                      | -                   |
  | unread mail               | thanks           | draft thank_you, their mail          | -                   |
  | interested                | thanks           | draft thank_you                      | -                   |
  | asks                      | thanks           | draft thank_you                      | -                   |
  | proposes a time           | thanks           | draft thank_you                      | -                   |
  | accepts a time            | thanks           | draft thank_you                      | -                   |
  | cannot make it            | thanks           | draft thank_you                      | -                   |
  | answered                  | thanks           | draft thank_you                      | -                   |
  | declined                  | thanks           | check_ins_declined?, draft thank_you | -                   |
  | later                     | thanks           | draft thank_you                      | -                   |
  | referred                  | thanks           | draft thank_you                      | -                   |
  | no reply                  | thanks           | draft thank_you                      | -                   |
  | opt-out, judged           | opted_out        | -                                    | -                   |
  | opt-out by mail           | opted_out        | -                                    | -                   |
  | declined, no: interested  | thanks           | draft thank_you                      | -                   |
  | interested, no: declined  | thanks           | check_ins_declined?, draft thank_you | -                   |
  | away until a day          | thanks           | draft thank_you                      | -                   |
  | bounce, no such address   | thanks           | draft thank_you, problem: bounced    | -                   |
  | bounce, mailbox full      | thanks           | draft thank_you, problem: lost       | -                   |
  | mail by hand              | keeping_in_touch | -                                    | check-in in 90 days |
  | unreadable mail           | thanks           | draft thank_you, their mail          | -                   |
  | paused                    | thanks           | draft thank_you                      | paused              |
  | snoozed                   | thanks           | draft thank_you                      | -                   |
  | stopped                   | stopped          | -                                    | -                   |
  | new settings              | thanks           | draft thank_you                      | -                   |
  | asks, approved            | keeping_in_touch | -                                    | check-in in 90 days |
  | proposes a time, approved | agreeing         | answer owed                          | -                   |
  | proposes a time, by hand  | keeping_in_touch | -                                    | check-in in 90 days |
  `,
  'keeping in touch': `
  | nothing                  | keeping_in_touch | -                   | check-in in 80 days |
  | unread mail              | keeping_in_touch | their mail          | -                   |
  | interested               | keeping_in_touch | -                   | check-in in 90 days |
  | asks                     | keeping_in_touch | answer owed         | check-in in 90 days |
  | proposes a time          | agreeing         | answer owed         | -                   |
  | accepts a time           | agreeing         | answer owed         | -                   |
  | cannot make it           | keeping_in_touch | -                   | check-in in 90 days |
  | answered                 | keeping_in_touch | -                   | check-in in 90 days |
  | declined                 | keeping_in_touch | check_ins_declined? | check-in in 90 days |
  | later                    | keeping_in_touch | -                   | check-in in 30 days |
  | referred                 | keeping_in_touch | -                   | check-in in 90 days |
  | no reply                 | keeping_in_touch | -                   | check-in in 80 days |
  | opt-out, judged          | opted_out        | -                   | -                   |
  | opt-out by mail          | opted_out        | -                   | -                   |
  | declined, no: interested | keeping_in_touch | -                   | check-in in 90 days |
  | interested, no: declined | keeping_in_touch | check_ins_declined? | check-in in 90 days |
  | away until a day         | keeping_in_touch | -                   | check-in in 80 days |
  | bounce, no such address  | keeping_in_touch | problem: bounced    | check-in in 80 days |
  | bounce, mailbox full     | keeping_in_touch | problem: lost       | check-in in 80 days |
  | bounce, policy           | keeping_in_touch | their mail          | -                   |
  | mail by hand             | keeping_in_touch | -                   | check-in in 90 days |
  | unreadable mail          | keeping_in_touch | their mail          | -                   |
  | paused                   | keeping_in_touch | -                   | paused              |
  | snoozed                  | keeping_in_touch | -                   | check-in in 80 days |
  | stopped                  | stopped          | -                   | -                   |
  | new settings             | keeping_in_touch | -                   | check-in in 50 days |
  | later, no: interested    | keeping_in_touch | -                   | check-in in 90 days |
  `,
  'keeping in touch, the check-in waits': `
  | nothing                 | keeping_in_touch | draft check_in                   | -                           |
  | unread mail             | keeping_in_touch | their mail                       | -                           |
  | interested              | keeping_in_touch | -                                | check-in in 90 days         |
  | declined                | keeping_in_touch | check_ins_declined?              | check-in in 90 days         |
  | later                   | keeping_in_touch | -                                | check-in in 30 days         |
  | no reply                | keeping_in_touch | draft check_in                   | -                           |
  | away until a day        | keeping_in_touch | -                                | check-in when they are back |
  | bounce, no such address | keeping_in_touch | draft check_in, problem: bounced | -                           |
  | mail by hand            | keeping_in_touch | -                                | check-in in 90 days         |
  | paused                  | keeping_in_touch | draft check_in                   | paused                      |
  `,
  'closed, silent': `
  | nothing                  | silent    | -                | -                |
  | unread mail              | silent    | their mail       | -                |
  | interested               | agreeing  | draft proposal   | -                |
  | asks                     | agreeing  | answer owed      | -                |
  | proposes a time          | agreeing  | answer owed      | -                |
  | accepts a time           | agreeing  | answer owed      | -                |
  | cannot make it           | silent    | offer_new_times? | -                |
  | answered                 | thanks    | draft thank_you  | -                |
  | declined                 | declined  | draft reply      | -                |
  | later                    | silence   | -                | nudge in 30 days |
  | referred                 | silent    | -                | -                |
  | no reply                 | silent    | -                | -                |
  | opt-out, judged          | opted_out | -                | -                |
  | opt-out by mail          | opted_out | -                | -                |
  | declined, no: interested | agreeing  | draft proposal   | -                |
  | interested, no: declined | declined  | draft reply      | -                |
  | no reply, no: answered   | thanks    | draft thank_you  | -                |
  | away until a day         | silent    | -                | -                |
  | bounce, no such address  | silent    | problem: bounced | -                |
  | bounce, delayed          | silent    | -                | -                |
  | mail by hand             | silent    | -                | -                |
  | unreadable mail          | silent    | their mail       | -                |
  `,
  'closed, met': `
  | unread mail     | met              | their mail       | -                   |
  | interested      | met              | another_meeting? | -                   |
  | asks            | agreeing         | answer owed      | -                   |
  | cannot make it  | met              | offer_new_times? | -                   |
  | answered        | keeping_in_touch | -                | check-in in 90 days |
  | declined        | met              | -                | -                   |
  | later           | keeping_in_touch | -                | check-in in 30 days |
  | no reply        | met              | -                | -                   |
  | opt-out by mail | opted_out        | -                | -                   |
  | mail by hand    | met              | -                | -                   |
  `,
  'closed, stopped': `
  | unread mail  | stopped  | their mail     | -                |
  | interested   | agreeing | draft proposal | -                |
  | asks         | agreeing | answer owed    | -                |
  | declined     | declined | draft reply    | -                |
  | later        | silence  | -              | nudge in 30 days |
  | no reply     | stopped  | -              | -                |
  | mail by hand | stopped  | -              | -                |
  `,
  'closed, opted out': `
  | unread mail     | opted_out | their mail | - |
  | interested      | opted_out | -          | - |
  | proposes a time | opted_out | -          | - |
  | no reply        | opted_out | -          | - |
  `,
};

/** One thing that comes while a journey is at a position. */
export type Row = {
  readonly what: News;
  /** As `standingOf` tells it. */
  readonly expected: string;
};

export type Table = { readonly position: PositionName; readonly rows: readonly Row[] };

export const tables: readonly Table[] = Object.entries(written).map(([position, text]) => {
  if (!isPosition(position)) throw new Error(`There is no position ${position}.`);
  return { position, rows: rowsOf(text) };
});

function rowsOf(text: string): readonly Row[] {
  const lines = text.split('\n').filter((line) => line.includes('|'));
  return lines.map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [what = '', ...expected] = cells.slice(1, -1);
    if (!isNews(what)) throw new Error(`There is no news ${what}.`);
    return { what, expected: expected.join(' | ') };
  });
}

function isPosition(name: string): name is PositionName {
  return name in positions;
}

function isNews(name: string): name is News {
  return name in news;
}
