import type { Seeded } from '#tests/support/seeded.ts'

/** What nobody means to send: each has broken some program. */
const TEXTS: readonly string[] = [
  ...[
    '',
    ' ',
    '\0',
    'a\0b',
    '%00',
    '%',
    '%zz',
    '\r\nSet-Cookie: a=b',
    '\u202e\u0000',
    '\ufeff',
    '\ud800',
    'é'.normalize('NFD'),
  ],
  ...[
    "'",
    "' or 1=1 --",
    "'; drop table referral; --",
    '" onmouseover=alert(1) x="',
    '<script>alert(1)</script>',
  ],
  ...['#{7*7}', '{{7*7}}', '../../../../etc/passwd', '..%2f..%2f', '\\\\evil\\share', 'file:///etc/passwd'],
  ...['//evil.example', 'https://evil.example', 'javascript:alert(1)', '/\\evil.example', '@evil.example'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'null',
    'undefined',
    'true',
    'NaN',
    '[object Object]',
  ],
  ...['-1', '0', '1e400', '9999999999999999999999', '0x10', '1.5', '-0', '٣', '½'],
  ...[
    '2026-02-30',
    '0000-00-00',
    '9999-99-99',
    '275761-01-01',
    '-271821-04-20',
    '2026-11-24T25:61:61Z',
    '+275760-09-13T00:00:00.001Z',
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '{}',
    '[]',
    '{"a":',
    'k=v&k=v',
  ],
  ...[
    '🦊'.repeat(40),
    'Z̸̛͓a̵l̷g̶o̵',
    'ﷺ'.repeat(200),
    'a'.repeat(5000),
    '９０１',
    'İ',
    'ß',
    '\u2028',
    '1\u00a0000',
  ],
]

/** A value from the list of those that break programs. */
export const hostileText = (draw: Seeded): string => draw.oneOf(TEXTS)

/** The same in any shape that JSON has. */
export const hostileJson = (draw: Seeded): unknown =>
  draw.oneOf<() => unknown>([
    () => hostileText(draw),
    () => draw.oneOf([null, true, 0, -1, 1e308, Number.MAX_SAFE_INTEGER + 1, 2 ** 31, 0.1]),
    () => [hostileText(draw), null, [[]]],
    () => ({ [hostileText(draw)]: hostileText(draw) }),
    () => Array.from({ length: 200 }, () => 'x'),
    () => JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'),
  ])()

/** Headers that come with a request, each wrong in its own way. */
export const hostileHeaders = (draw: Seeded): Record<string, string> =>
  draw.oneOf<Record<string, string>>([
    { cookie: 'causeway=; causeway=a; causeway="' },
    { cookie: `causeway=${'x'.repeat(6000)}` },
    { cookie: 'theme=%E0%A4%A; causeway-form=%00' },
    { authorization: 'Bearer cwt_' },
    { authorization: `Bearer cwt_${'y'.repeat(3000)}` },
    { authorization: 'Basic Og==' },
    { authorization: 'Bearer cwt_\u00e9' },
    { 'x-forwarded-for': `${'1.1.1.1, '.repeat(300)}unknown` },
    { 'x-forwarded-for': '\u00e9, ::1%lo' },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' },
    { 'x-http-method-override': 'DELETE', 'x-original-url': '/demo/outbox', 'x-rewrite-url': '/desk' },
    { accept: 'application/json;q=nan, */*;q=-1', 'accept-language': `${'es,'.repeat(500)}x` },
    { 'accept-encoding': 'x'.repeat(2000), range: 'bytes=-1,0-,5-2', 'if-none-match': '*' },
    { 'content-encoding': 'gzip' },
    { origin: 'null' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { 'content-length': '3' },
  ])
