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
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:~/Maildir
mail_max_userip_connections = 100
passdb {
  driver = passwd-file
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
