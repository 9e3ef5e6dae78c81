/** Every page of a signed-in person by its address; `contactId` is somebody with a whole relationship behind them. */
export function pageAddresses(contactId: string): Readonly<Record<string, string>> {
  const contact = `/contacts/${contactId}`;
  return {
    queue: '/',
    people: '/contacts',
    board: '/board',
    learned: '/learned',
    landed: '/landed',
    settings: '/settings',
    add: '/contacts/new',
    imports: '/imports',
    prospects: '/prospects',
    templates: '/templates',
    template: '/templates/outreach/en',
    welcome: '/welcome',
    profile: '/welcome/profile',
    oauth: '/mailboxes/oauth',
    access: '/access',
    contact,
    edit: `${contact}/edit`,
    brief: `${contact}/brief`,
    record: `${contact}/record`,
    times: `${contact}/times`,
  };
}

/** The widths that the pages are made for: a desk, a phone, and the narrowest of WCAG 2.2 (1.4.10). */
export const widths = [1280, 390, 320] as const;
