/**
 * Does what has to be done now, though PostgreSQL may be away for a moment: tries again for half a
 * minute, then throws the last error.
 */
export async function retryBriefly<T>(work: () => Promise<T>): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
