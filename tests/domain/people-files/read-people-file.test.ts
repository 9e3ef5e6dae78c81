import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPeopleFile } from '../../../domain/people-files/read-people-file.ts';

function read(text: string | Uint8Array) {
  return readPeopleFile(typeof text === 'string' ? Buffer.from(text, 'utf8') : text);
}

function people(text: string | Uint8Array) {
  return read(text).people.map(({ name, emails, company }) => [name, emails.join(' '), company]);
}

function complaints(text: string | Uint8Array) {
  return read(text).problems.map(({ row, why }) => `${row}: ${why}`);
}

const linkedin = [
  'Notes:',
  '"Some of the addresses are missing, as not everybody shares theirs."',
  '',
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
  'Ines,Prado,https://www.linkedin.com/in/ines-x,ines@example.com,Solar Co,Analyst,02 Mar 2025',
  'Tomo 🎉,"Kida, MBA",https://www.linkedin.com/in/tomo-x,,"Hikari, Ltd",Engineer,01 Jan 2024',
  ',,,,,,05 May 2021',
].join('\n');

describe('a table', () => {
  it('of LinkedIn begins below its preface and keeps people without an address', () => {
    expect(read(linkedin)).toMatchObject({ format: 'linkedin-connections', headerLine: 4 });
    expect(people(linkedin)).toEqual([
      ['Ines Prado', 'ines@example.com', 'Solar Co'],
      ['Tomo Kida', '', 'Hikari, Ltd'],
    ]);
    expect(complaints(linkedin)).toEqual(['7: nobody: no name, no address and no profile']);
  });

  it('has any delimiter, also one that its first line names', () => {
    expect(people('sep=;\r\nName;Mail;Firma\r\nUlla Kern;ulla@example.de;"Kern; Co"\r\n')).toEqual([
      ['Ulla Kern', 'ulla@example.de', 'Kern; Co'],
    ]);
    expect(people('Name\tEmail\nAbe\tabe@example.com\n')).toEqual([
      ['Abe', 'abe@example.com', null],
    ]);
  });

  it('has column names of many languages', () => {
    expect(people('Prénom,Nom,Société,Adresse e-mail\nLise,Roux,Rive,lise@example.fr\n')).toEqual([
      ['Lise Roux', 'lise@example.fr', 'Rive'],
    ]);
    expect(people('氏名,メールアドレス,会社名\n森一,mori@example.jp,森林\n')).toEqual([
      ['森一', 'mori@example.jp', '森林'],
    ]);
  });

  it('is read in the encoding it was saved in, and says when that is a guess', () => {
    const german = Buffer.from('Name;E-Mail\r\nJ\xfcrgen \x84Jupp\x93;j@example.de\r\n', 'latin1');
    expect(read(german).encoding).toBe('windows-1252');
    expect(people(german)[0]?.[0]).toBe('Jürgen „Jupp“');
    expect(complaints(german)[0]).toMatch(/read as windows-1252/);
    const wide = Buffer.from('\ufeffName\tE-mail\r\nBjørg\tb@example.no\r\n', 'utf16le');
    expect(people(wide)).toEqual([['Bjørg', 'b@example.no', null]]);
    const cyrillic = Buffer.concat([
      Buffer.from([0xc8, 0xec, 0xff]),
      Buffer.from(';Email\n'),
      Buffer.from([0xce, 0xeb, 0xfc, 0xe3, 0xe0]),
      Buffer.from(';olga@example.com\n'),
    ]);
    expect(people(cyrillic)).toEqual([['Ольга', 'olga@example.com', null]]);
  });

  it('may be ragged: short and long rows, line breaks, stray and open quotation marks', () => {
    const text = [
      'Name,Email,Company',
      'Few,few@example.com',
      'Many,many@example.com,Co,x,y',
      '"Two\nlines",two@example.com,',
      'Say "hi" Ann,ann@example.com,Q',
      'Open,open@example.com,"never',
      'Lost,lost@example.com,Z',
    ].join('\n');
    expect(people(text)).toEqual([
      ['Few', 'few@example.com', null],
      ['Many', 'many@example.com', 'Co'],
      ['Two lines', 'two@example.com', null],
      ['Say "hi" Ann', 'ann@example.com', 'Q'],
      ['Open', 'open@example.com', null],
    ]);
    expect(complaints(text)).toEqual([
      '3: 2 cells more than columns, left out',
      expect.stringMatching(/^7: a quotation mark that is never closed/),
    ]);
  });

  it('takes addresses only from its columns of addresses', () => {
    const text = 'Name,Email,Contact owner\nLea Bo,,me@example.org\n';
    expect(people(text)).toEqual([['Lea Bo', '', null]]);
  });

  it('has addresses in every dress, and none that could break a mail header', () => {
    const text = [
      'Name,Email',
      'A,"ONE@Example.com; two@example.com"',
      'B,mailto:b@example.com',
      'C,"C D <\u200bc@example.com>"',
      'D,"d@example.com\nBcc: other@example.com"',
      'E,e (at) example.com',
    ].join('\n');
    expect(people(text).map(([, email]) => email)).toEqual([
      'one@example.com two@example.com',
      'b@example.com',
      'c@example.com',
      '',
      '',
    ]);
    expect(complaints(text)).toEqual([
      '5: an address with a line break in it was left out',
      '7: "e (at) example.com" is not an address; if e@example.com is meant, write it so',
    ]);
  });

  it('prefers the address that Google marks, and the one Outlook shows for an Exchange account', () => {
    const google =
      'First Name,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value\nIda,Home,home@example.com,* Work,work@example.com\n';
    expect(read(google)).toMatchObject({ format: 'google-csv' });
    expect(people(google)).toEqual([['Ida', 'work@example.com home@example.com', null]]);
    const outlook =
      'First Name,Last Name,E-mail Address,E-mail Type,E-mail Display Name\nGus,Orr,/o=Firm/cn=gus,EX,Gus Orr (gus@example.com)\n';
    expect(people(outlook)).toEqual([['Gus Orr', 'gus@example.com', null]]);
  });

  it('puts a name in order that an address book cut at its comma', () => {
    expect(
      people('First Name,Last Name,E-mail 1 - Value\n"Vidal,",Rosa,rosa@example.com\n'),
    ).toEqual([['Rosa Vidal', 'rosa@example.com', null]]);
  });

  it('does not take a sum for a person', () => {
    const text = 'My list;;\n;;\nWer?;Mail;Wo\nOle Dahl;ole@example.no;Havn\nTotal: 1;;\n';
    expect(people(text)).toEqual([['Ole Dahl', 'ole@example.no', 'Havn']]);
    expect(complaints(text)).toEqual(['5: no address and no company: a sum or a remark?']);
  });

  it('loses the one apostrophe that kept a cell from being a formula', () => {
    expect(people("Name,Email,Company\n'=1+1,a@example.com,''Tis Co\n")).toEqual([
      ['=1+1', 'a@example.com', "''Tis Co"],
    ]);
  });
});

describe('vCards', () => {
  it('of all versions are read, with a letter cut in two by a soft line break', () => {
    const old =
      'BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=\r\n=AB\r\nEMAIL;HOME:zoe@example.com\r\nEND:VCARD\r\n';
    const newer =
      'BEGIN:VCARD\nVERSION:4.0\nFN:Uwe Ott\nORG:Ott\\, AG;Lab\nEMAIL;TYPE="work,x":b@example.com\nitem1.EMAIL;PREF=1:a@\n example.com\nPHOTO:data:image/png;base64,AAAA\nEND:VCARD\n';
    expect(people(old + newer)).toEqual([
      ['Zoë', 'zoe@example.com', null],
      ['Uwe Ott', 'a@example.com b@example.com', 'Ott, AG'],
    ]);
  });

  it('do not lose their neighbours when one is broken', () => {
    const text = [
      'begin:vcard',
      'fn:No End',
      'email:end@example.com',
      'BEGIN:VCARD',
      'N:Last;First;;;',
      'rubbish',
      'EMAIL:n@example.com',
      'END:VCARD',
      'BEGIN:VCARD',
      'ORG:Firm;',
      'EMAIL:info@example.com',
      'END:VCARD',
    ].join('\r\n');
    expect(people(text)).toEqual([
      ['No End', 'end@example.com', null],
      ['First Last', 'n@example.com', null],
      ['Firm', 'info@example.com', 'Firm'],
    ]);
    expect(complaints(text)).toEqual([
      '1: END:VCARD is missing; read up to the next card',
      '2: a line without a colon was left out',
      '3: a company, no person',
    ]);
  });
});

describe('other files', () => {
  it('are pasted lines when every line is an address with or without a name', () => {
    const text =
      'Ann Lee <ann@example.com>\n"Roe, Bo" <bo@example.com>; cy@example.com,\nDee\tdee@example.com\n';
    expect(read(text).format).toBe('pasted');
    expect(people(text)).toEqual([
      ['Ann Lee', 'ann@example.com', null],
      ['Bo Roe', 'bo@example.com', null],
      [null, 'cy@example.com', null],
      ['Dee', 'dee@example.com', null],
    ]);
  });

  it('are told as what they are', () => {
    expect(complaints(zip({ 'xl/workbook.xml': '<x/>' }))[0]).toMatch(/an Excel workbook/);
    expect(complaints('<html><table></table></html>')[0]).toMatch(/a web page/);
    expect(complaints('')[0]).toMatch(/the file is empty/);
    expect(complaints('%PDF-1.7')[0]).toMatch(/a PDF/);
  });

  it('are LinkedIn’s archive, of which only the connections are read', () => {
    const archive = zip({ 'a/messages.csv': 'FROM,TO', 'a/Connections.csv': linkedin });
    expect(read(archive)).toMatchObject({ format: 'linkedin-archive', headerLine: 4 });
    expect(people(archive)).toHaveLength(2);
    expect(complaints(archive)[0]).toMatch(/left unread: a\/messages\.csv/);
  });

  it('cannot unpack to more than memory should hold', () => {
    const bomb = zip({ 'Connections.csv': 'a'.repeat(21 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(complaints(bomb)[0]).toMatch(/larger than 20 MB when unpacked/);
  });

  it('end after as many people as can be looked through, whatever they hold', () => {
    const many = read(`Name,Email\n${'A B,a@example.com\n'.repeat(25_000)}`);
    expect(many.people.length).toBeLessThan(20_100);
    expect(many.problems.at(-1)?.why).toMatch(/only the first 20000 rows/);
    for (const text of ['"'.repeat(200_000), 'BEGIN:VCARD\n'.repeat(30_000), '<@'.repeat(100_000)])
      expect(read(text).people).toEqual([]);
  });
});

/** A ZIP file as archivers write it, without checksums, which nothing here reads. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(Buffer.from(text));
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    bodies.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}
