import type { FC } from 'hono/jsx';
import type { Frame } from '../page/frame.ts';
import { Layout } from './layout.tsx';

export const ErrorPage: FC<{
  readonly title: string;
  readonly message: string;
  readonly frame?: Frame | undefined;
}> = ({ title, message, frame }) => (
  <Layout title={title} frame={frame}>
    <div class="alone">
      <h1>{title}</h1>
      <p>{message}</p>
      <p>
        <a class="button" href="/">
          Back to what needs you
        </a>
      </p>
    </div>
  </Layout>
);
