#!/usr/bin/env python3
"""A translation that nobody needs to make: pseudo.py residents.pot CODE

Every text in brackets, at least 40 % longer than the English, in letters that
can still be read (en-xa) or in Arabic ones (ar-xb). Prints a catalogue as
organisers would give it to `stemmeboks language`; placeholders, line breaks and
direction marks stay as they are.
"""
import re
import sys

ACCENTED = dict(zip('ACEGHIJKLNORSTUWYZacdeghijklnorstuwyz',
                    'ÅÇÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽåçđéĝĥîĵķļñöŕšţûŵýž'))
ARABIC = dict(zip('abcdefghijklmnopqrstuvwxyz',
                  'ابسدعفغهيجكلمنوبقرستوفوشيز'))
PLACEHOLDER = re.compile(r'%(?:\d\$)?[-+ #0]*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j|t)?[diouxXcs%]')
KINDS = {
    'en-xa': (lambda letter: ACCENTED.get(letter, letter), 'Ļöñĝ Éñĝļîšĥ', 'ltr',
              'nplurals=2; plural=(n != 1);', 2, [' öñé', ' ţŵö', ' ţĥŕéé']),
    'ar-xb': (lambda letter: ARABIC.get(letter.lower(), letter), 'انغليزي طويل', 'rtl',
              'nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : '
              'n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);', 6,
              [' واحد', ' اثنان', ' ثلاثة']),
}


def unquote(text):
    return re.sub(r'\\(.)', lambda m: {'n': '\n', 't': '\t'}.get(m[1], m[1]), text)


def quote(text):
    text = text.replace('\\', '\\\\').replace('"', '\\"')
    return '"' + text.replace('\n', '\\n').replace('\t', '\\t') + '"'


def longer(text, kind):
    letter, filler = kind[0], kind[5]
    body = text.strip('\n')
    head = text[:len(text) - len(text.lstrip('\n'))]
    tail = text[len(text.rstrip('\n')):]
    at, out = 0, ''
    for hit in PLACEHOLDER.finditer(body):
        out += ''.join(map(letter, body[at:hit.start()])) + hit[0]
        at = hit.end()
    out += ''.join(map(letter, body[at:]))
    for i in range(len(out)):
        if len(out) + 2 >= 1.4 * len(body):
            break
        out += filler[i % len(filler)]
    return f'{head}[{out}]{tail}'


def messages(path):
    """The texts of a .pot, as (msgid, msgid_plural or None)."""
    for block in open(path, encoding='utf8').read().split('\n\n')[1:]:
        found = {}
        for word, rest in re.findall(r'^(msg[^ ]+) ((?:".*"\n?)+)', block, re.M):
            found[word] = unquote(''.join(re.findall(r'"(.*)"', rest)))
        if found.get('msgid'):
            yield found['msgid'], found.get('msgid_plural')


def main():
    path, code = sys.argv[1:]
    kind = KINDS[code]
    print('msgid ""\nmsgstr ""')
    for line in (f'Language: {code}', 'Content-Type: text/plain; charset=UTF-8',
                 f'Plural-Forms: {kind[3]}', f'X-Endonym: {kind[1]}',
                 f'X-Direction: {kind[2]}', 'X-Review-1: ', 'X-Review-2: '):
        print(quote(line + '\n'))
    for one, many in messages(path):
        print('\nmsgid', quote(one))
        if many is None:
            print('msgstr', quote(longer(one, kind)))
            continue
        print('msgid_plural', quote(many))
        for form in range(kind[4]):
            print(f'msgstr[{form}]', quote(longer(many if form else one, kind)))


main()
