/** What the tests use of oidc-provider, which ships no declarations. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Grant = {
    addOIDCScope(scopes: string): void;
    rejectOIDCScope(scope: string): void;
    save(): Promise<string>;
    destroy(): Promise<void>;
  };
  type Tokens = { revokeByGrantId(grant: string): Promise<void> };

  export default class Provider {
    constructor(issuer: string, configuration: object);
    on(event: string, listener: (ctx: { oidc: { params: Record<string, string> } }) => void): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{
      prompt: { name: string };
      params: Record<string, string>;
      session: { accountId: string };
      grantId: string | undefined;
    }>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
      options?: object,
    ): Promise<void>;
    Grant: {
      new (facts: { accountId: string; clientId: string | undefined }): Grant;
      find(id: string): Promise<Grant | undefined>;
    };
    RefreshToken: Tokens;
    AccessToken: Tokens;
  }
}
