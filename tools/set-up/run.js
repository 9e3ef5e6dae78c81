import { spawn } from 'node:child_process';

/**
 * Runs a program to its end. Resolves to what it printed (both streams); throws with its last lines when it fails.
 * `onLine` sees every line as it comes; `show` passes everything on to stderr.
 */
export function run(program, words, { cwd, env, onLine, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd,
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm and mvn are scripts on Windows, which only a shell starts.
      shell: process.platform === 'win32',
    });
    let output = '';
    const take = (chunk) => {
      output += chunk;
      if (show) process.stderr.write(chunk);
      if (onLine) for (const line of String(chunk).split('\n')) if (line) onLine(line);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve(output);
      const last = output.trim().split('\n').slice(-8).join('\n');
      reject(new Error(`${program} ${words.slice(0, 3).join(' ')} failed:\n${last}`));
    });
  });
}

/** True when the program can be run and agrees to these words. */
export async function works(program, words, options) {
  try {
    await run(program, words, options);
    return true;
  } catch {
    return false;
  }
}
