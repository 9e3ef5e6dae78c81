import type { FC } from 'hono/jsx';
import type { TemplateView } from '../../operations/templates/list-templates.ts';
import type { Frame } from '../page/frame.ts';
import { purposeWords } from '../../domain/purpose.ts';
import { Field, Post, RefusedNote, type Refused } from './form.tsx';
import { Layout } from './layout.tsx';

export type TemplatePreview = {
  readonly findings: readonly { readonly message: string }[];
  readonly letters: readonly {
    readonly contact: string;
    readonly subject: string;
    readonly text: string;
    readonly findings: readonly { readonly message: string }[];
  }[];
};

/** Every template in use, by purpose. */
export const TemplatesPage: FC<{
  readonly frame: Frame;
  readonly templates: readonly TemplateView[];
}> = ({ frame, templates }) => (
  <Layout title="Templates" frame={frame}>
    <div class="reading">
      <h1>Templates</h1>
      <p class="lead">
        Drafts are made from these. A change makes a new version and is used for new drafts only.
      </p>
      <ul class="templates">
        {templates.map(({ purpose, language, builtIn, version }) => (
          <li>
            <a href={`/templates/${purpose}/${language}`}>
              {purposeWords(purpose)}, {languageName(language)}
            </a>{' '}
            <span class="meta">{builtIn ? 'built in' : `yours, version ${version}`}</span>
          </li>
        ))}
      </ul>
    </div>
  </Layout>
);

export const TemplatePage: FC<{
  readonly frame: Frame;
  readonly template: TemplateView;
  readonly preview?: TemplatePreview | undefined;
  readonly refused?: Refused | undefined;
}> = ({ frame, template, preview, refused }) => {
  const { purpose, language, builtIn } = template;
  const address = `/templates/${purpose}/${language}`;
  return (
    <Layout title={`Template: ${purposeWords(purpose)}`} frame={frame}>
      <div class="reading">
        <h1>
          {purposeWords(purpose)}, {languageName(language)}
        </h1>
        <p class="lead">
          Words in double braces are filled in: sentences that Rapport makes from your notes, such
          as <code>{'{{opening}}'}</code>, or a note as you typed it, such as{' '}
          <code>{'{{company}}'}</code>.
        </p>
        <Post to={address} csrf={frame.csrf}>
          <RefusedNote refused={refused} />
          <Field name="subject" label="Subject" value={template.subject} refused={refused} />
          <Field name="text" label="Text" rows={18} value={template.text} refused={refused} />
          <div class="row">
            <button class="primary">Save as a new version</button>
            <button name="then" value="preview">
              Preview
            </button>
            <a class="button plain" href="/templates">
              Cancel
            </a>
          </div>
        </Post>
        {!builtIn && (
          <Post to={`${address}/reset`} csrf={frame.csrf}>
            <button class="plain">Go back to the built-in one</button>
          </Post>
        )}
        {preview !== undefined && <Preview preview={preview} />}
      </div>
    </Layout>
  );
};

const Preview: FC<{ readonly preview: TemplatePreview }> = ({ preview }) => (
  <section aria-labelledby="preview-title">
    <h2 id="preview-title">Preview</h2>
    <Messages findings={preview.findings} />
    {preview.letters.map(({ contact, subject, text, findings }) => (
      <>
        <h3>{samples[contact] ?? contact}</h3>
        <div class="letter">
          <dl>
            <dt>Subject</dt>
            <dd class="subject">{subject}</dd>
          </dl>
          <div class="text">{text}</div>
        </div>
        <Messages findings={findings} />
      </>
    ))}
  </section>
);

const Messages: FC<{ readonly findings: readonly { readonly message: string }[] }> = ({
  findings,
}) =>
  findings.length === 0 ? null : (
    <ul class="findings">
      {findings.map(({ message }) => (
        <li>{message}</li>
      ))}
    </ul>
  );

const samples: Readonly<Record<string, string>> = {
  rich: 'To somebody with good notes',
  thin: 'To somebody you know little about',
  sloppy: 'To somebody with careless notes',
};

function languageName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
}
