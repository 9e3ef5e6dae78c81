const began = performance.now();

/** A line for the person who waits, on stderr: stdout belongs to the program that is being prepared. */
export function say(line) {
  process.stderr.write(`[set-up ${elapsed(began)}] ${line}\n`);
}

/** Says what is being done, that it still is (every ten seconds, with what `detail` knows), and how long it took. */
export async function step(what, work, detail = () => '') {
  const from = performance.now();
  say(`${what} …`);
  const timer = setInterval(() => {
    const more = detail();
    say(`  still at it after ${elapsed(from)}${more && `: ${more}`}`);
  }, 10_000);
  try {
    const result = await work();
    say(`  done in ${elapsed(from)}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

function elapsed(from) {
  const seconds = (performance.now() - from) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  return seconds < 60
    ? `${Math.round(seconds)} s`
    : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
