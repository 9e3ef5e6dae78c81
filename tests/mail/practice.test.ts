import { practiceServers } from '../support/mail-servers.ts';
import { mailSuite } from './suite.ts';

mailSuite('practice servers, unencrypted', () => practiceServers({ security: 'none' }));
mailSuite('practice servers, STARTTLS', () => practiceServers({ security: 'starttls' }));
mailSuite('practice servers, TLS', () => practiceServers({ security: 'tls' }));
