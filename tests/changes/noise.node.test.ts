import { describe, expect, test } from 'vitest';
import { isNoise } from '../../utils/changes/noise';
import { isNotice } from '../../utils/changes/notices';

describe('lines that say nothing of the article', () => {
  test.each([
    ...['2 hours ago', 'Updated 5 mins ago', 'just now', '12 comments', '3.4k shares', '5 min read', '8-minute read', '* * *', '· 4h ago'],
    ...['Updated 3 March 2026, 14:05', 'Published Tue 3 Mar 2026 at 2.05 pm GMT', '2026-03-03', '14:05'],
  ])('%s', (line) => expect(isNoise(line, 'en')).toBe(true));

  test.each([
    ['es', 'Hace 2 horas'],
    ['es', 'Actualizado el 3 de marzo de 2026'],
    ['fr', 'il y a 3 heures'],
    ['fr', 'Publié le 3 février 2026 à 14h05'],
    ['fr', '4 min de lecture'],
    ['de', 'Vor 2 Stunden'],
    ['de', 'Stand: 3. März 2026, 14:05 Uhr'],
    ['pt', 'há 2 horas'],
    ['pt', '12 comentários'],
    ['it', '2 ore fa'],
    ['nl', '3 dagen geleden'],
    ['ru', '2 часа назад'],
    ['ru', '3 марта 2026, 14:05'],
    ['ar', 'منذ 3 ساعات'],
    ['zh', '3小时前'],
    ['zh', '2026年3月3日 14:05'],
    ['ja', '2時間前'],
    ['hi', '2 घंटे पहले'],
  ])('%s: %s', (lang, line) => expect(isNoise(line, lang)).toBe(true));

  test.each([
    ['en', 'Update: 12 more people were found on Tuesday'],
    ['en', 'Dead: 12'],
    ['en', '12'],
    ['en', 'The engine'],
    ['en', 'In March 2026 the council voted'],
    ['en', 'Two boats sank two days ago off the northern coast, the guard said.'],
    ['de', '3. März: die Fähre sinkt'],
  ])('not %s: %s', (lang, line) => expect(isNoise(line, lang)).toBe(false));
});

describe('notes of the editors', () => {
  test.each([
    'Correction: the vote was five to four.',
    'Editor’s note: this story was first published in 2024.',
    'Clarification (3 March): the fare is for adults.',
    '• This article was amended on 3 March 2026 to say that the vote was five to four.',
    'An earlier version of this article misspelled the name of the mechanic.',
    'UPDATE: The ferry runs again.',
    'Fe de erratas: la votación fue de cinco a cuatro.',
    'Cet article a été modifié le 3 mars.',
    'Anmerkung der Redaktion: In einer früheren Version hieß es, die Abstimmung sei sechs zu vier ausgegangen.',
    'Errata: a votação foi de cinco a quatro.',
    'Rettifica: il voto è stato cinque a quattro.',
    'Correctie: de stemming was vijf tegen vier.',
    'Уточнение: за проголосовали пятеро.',
    'تصحيح: كان التصويت خمسة مقابل أربعة.',
    '更正：投票结果为五比四。',
    '訂正：投票は五対四でした。',
    'सुधार: मतदान पाँच के मुकाबले चार था।',
  ])('%s', (line) => expect(isNotice(line)).toBe(true));

  test.each([
    'The correction of the river took two years.',
    'Correction officers at the prison went on strike.',
    'This article is about ferries.',
    'Update on the ferry is expected',
  ])('not: %s', (line) => expect(isNotice(line)).toBe(false));
});
