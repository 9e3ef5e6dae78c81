/** A Dovecot 2.3 that serves the passwd-file `users` from Maildirs below one folder. */
export function dovecotConfiguration(at: {
  readonly folder: string;
  readonly user: string;
  readonly group: string;
  readonly uid: number;
  readonly gid: number;
  readonly imap: number;
  readonly imaps: number;
  /** Path of the LMTP socket. */
  readonly lmtp: string;
  /** Where it asks about access tokens; without it passwords only. */
  readonly tokens?: boolean;
}): string {
  const special = ['Sent', 'Drafts', 'Trash', 'Junk', 'Archive'].map(
    (name) => `  mailbox ${name} {\n    auto = subscribe\n    special_use = \\${name}\n  }`,
  );
  return `
base_dir = ${at.folder}/run
state_dir = ${at.folder}/state
log_path = ${at.folder}/dovecot.log
listen = 127.0.0.1
protocols = imap lmtp
default_internal_user = ${at.user}
default_internal_group = ${at.group}
default_login_user = ${at.user}
first_valid_uid = 1
first_valid_gid = 1
ssl = yes
ssl_cert = <${at.folder}/tls.crt
ssl_key = <${at.folder}/tls.key
auth_mechanisms = plain login${at.tokens ? ' xoauth2 oauthbearer' : ''}
auth_cache_size = 0
auth_failure_delay = 0
mail_location = maildir:~/Maildir
mail_max_userip_connections = 100
${at.tokens ? tokenPassdb(at.folder) : ''}passdb {
  driver = passwd-file
  mechanisms = plain login
  args = scheme=PLAIN username_format=%Lu ${at.folder}/users
}
userdb {
  driver = static
  args = uid=${at.uid} gid=${at.gid} home=${at.folder}/mail/%Lu allow_all_users=yes
}
namespace inbox {
  inbox = yes
  separator = /
${special.join('\n')}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${at.imap}
  }
  inet_listener imaps {
    port = ${at.imaps}
    ssl = yes
  }
}
# Without the penalty, which delays the next sign-ins after a wrong password by seconds.
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service lmtp {
  unix_listener ${at.lmtp} {
    mode = 0600
  }
}
protocol lmtp {
  postmaster_address = postmaster@home.test
}
`;
}

/** Tokens only: a password would otherwise be sent to the introspection endpoint. */
function tokenPassdb(folder: string): string {
  return `passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${folder}/oauth2.conf.ext
}
`;
}

/** RFC 7662: Dovecot 2.3 asks the authorization server about each token. */
export function tokenConfiguration(introspectionUrl: string): string {
  return `
introspection_mode = post
introspection_url = ${introspectionUrl}
username_attribute = sub
username_format = %Lu
active_attribute = active
active_value = true
scope = mail
timeout_msecs = 5000
`;
}
