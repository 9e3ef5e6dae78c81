/** What one Authentication-Results field says (RFC 8601). */
export type AuthenticationField = {
  /** The server that checked, lower-case; '' where it does not name itself (Microsoft). */
  readonly server: string;
  readonly results: readonly AuthenticationResult[];
};

type AuthenticationResult = {
  /** `dmarc`, `spf`, `dkim`, … */
  readonly method: string;
  /** `pass`, `fail`, `softfail`, `none`, … */
  readonly result: string;
  /** `header.d` of a DKIM signature, or the domain of `header.i`; lower-case. */
  readonly signedBy: string | undefined;
};

/** `unknown`: the user's own server says nothing, or nothing that decides. */
export type Authentication = 'pass' | 'fail' | 'unknown';

const maxFields = 20;
const maxFieldLength = 8_000;

/**
 * Whether the user's own server could verify who wrote a mail. `fields` are the values of its
 * Authentication-Results, the topmost first; `ownServer` is the server's name where it has been
 * learnt. Everything below the server's own field may have been written by the sender.
 */
export function authenticationOf(
  fields: readonly string[],
  from: { readonly domain: string; readonly ownServer: string | undefined },
): Authentication {
  const read = fields.slice(0, maxFields).map(readAuthenticationResults);
  const own = read.find(({ server }) => from.ownServer === undefined || server === from.ownServer);
  if (!own) return 'unknown';
  const of = (method: string) => own.results.filter((result) => result.method === method);
  const says = (method: string, ...values: readonly string[]) =>
    of(method).some(({ result }) => values.includes(result));
  if (says('dmarc', 'fail')) return 'fail';
  if (says('dmarc', 'pass')) return 'pass';
  const signed = of('dkim').filter(({ result }) => result === 'pass');
  // A valid signature of the author's own domain outweighs SPF, which every forwarding breaks.
  if (signed.some(({ signedBy }) => isAligned(signedBy, from.domain))) return 'pass';
  if (says('spf', 'fail', 'softfail')) return 'fail';
  if (says('dkim', 'fail') && signed.length === 0) return 'fail';
  return 'unknown';
}

/** The topmost field's server: the user's own, if it checks mail at all. Undefined without such a field. */
export function topmostServer(fields: readonly string[]): string | undefined {
  return fields[0] === undefined ? undefined : readAuthenticationResults(fields[0]).server;
}

/** Which server's word counts, learnt from what stands topmost in received mail. */
export type LearntServer = { readonly name: string; readonly votes: number };

/** So many mails in a row have to agree before fields of other servers are passed over. */
const enoughVotes = 3;
const mostVotes = 20;

/**
 * Counts one more mail with `topmost` as its first field. A vote of the majority, so that single mails with invented
 * fields can neither become the server nor unlearn it, and a server that gets another name is learnt anew.
 */
export function learnServer(learnt: LearntServer | undefined, topmost: string): LearntServer {
  if (!learnt || learnt.votes === 0) return { name: topmost, votes: 1 };
  const votes = learnt.votes + (learnt.name === topmost ? 1 : -1);
  return { name: learnt.name, votes: Math.min(votes, mostVotes) };
}

/** The learnt name once it is sure; until then the topmost field counts, whosever it is. */
export function ownServer(learnt: LearntServer | undefined): string | undefined {
  return learnt && learnt.votes >= enoughVotes ? learnt.name : undefined;
}

/** Reads one field; what is no result is passed over. */
export function readAuthenticationResults(field: string): AuthenticationField {
  const [first = '', ...rest] = withoutComments(field.slice(0, maxFieldLength)).split(';');
  // Microsoft's field begins with a result instead of a name.
  const named = !first.includes('=');
  const server = named ? (first.trim().split(/\s+/)[0] ?? '') : '';
  const results = (named ? rest : [first, ...rest]).flatMap((text) => readResult(text));
  return { server: server.toLowerCase(), results };
}

function readResult(text: string): readonly AuthenticationResult[] {
  const words = text.trim().toLowerCase().split(/\s+/);
  const [method = '', result] = (words[0] ?? '').split('=');
  if (method === '' || result === undefined || result === '') return [];
  const property = (name: string) =>
    words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const identity = property('header.i');
  const signedBy = property('header.d') ?? identity?.slice(identity.lastIndexOf('@') + 1);
  return [{ method: method.split('/')[0] ?? method, result, signedBy }];
}

/** The same domain, or one above it: news.work.test may sign as work.test. */
function isAligned(signedBy: string | undefined, domain: string): boolean {
  if (signedBy === undefined || !signedBy.includes('.')) return false;
  return domain === signedBy || domain.endsWith(`.${signedBy}`);
}

function withoutComments(text: string): string {
  let depth = 0;
  let kept = '';
  for (const char of text) {
    if (char === '(') depth += 1;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += char;
  }
  return kept;
}
