import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

/**
 * A check of the password; it takes plain text or an encoded argon2id hash. What is compared is always the
 * hash (OWASP's figures: 19 MiB, 2 passes), so that guessing costs the same either way.
 */
export function passwordCheck(password: string): (given: string) => Promise<boolean> {
  let hash: Promise<string> | undefined;
  return async (given) => {
    if (given === '') return false;
    hash ??= password.startsWith('$argon2id$') ? Promise.resolve(password) : hashed(password);
    return argon2Verify({ password: given, hash: await hash });
  };
}

function hashed(password: string): Promise<string> {
  return argon2id({
    password,
    salt: randomBytes(16),
    iterations: 2,
    parallelism: 1,
    memorySize: 19 * 1024,
    hashLength: 32,
    outputType: 'encoded',
  });
}
