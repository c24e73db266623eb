/** First letters of the months' names, as many as tell them apart, one language a row. A library for dates in prose would weigh more than the whole reader (chrono-node: above 40 KB gzipped). */
const rows = [
  'jan feb mar apr may jun jul aug sep oct nov dec',
  'ene feb mar abr may jun jul ago sep oct nov dic',
  'enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre',
  'janv fév mars avr mai juin juil août sept oct nov déc',
  'jän feb märz apr mai juni juli aug sep okt nov dez',
  'jan fev mar abr mai jun jul ago set out nov dez',
  'gen feb mar apr mag giu lug ago set ott nov dic',
  'jan feb maart apr mei jun jul aug sep okt nov dec',
  'jan feb mrt apr mei jun jul aug sep okt nov dec',
  'jan feb mrz apr mai jun jul aug sep okt nov dez',
  'янв фев мар апр мая июн июл авг сен окт ноя дек',
  'янв февр март апр май июн июл авг сент окт нояб дек',
  'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
  'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر',
  'كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين تشرين كانون',
  'जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर',
  'जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्तूबर नवम्बर दिसम्बर',
];

const months = rows.map((row) => row.split(' '));

/** 1 to 12, or null. Takes whole names and abbreviations, with or without a full stop. */
export function findMonth(word: string): number | null {
  const name = word.toLowerCase().replace(/\.$/, '');
  if (name === 'كانون' || name === 'تشرين') return null; // each is the first half of two months' names
  if (name.length < 2) return null;
  for (const row of months) {
    const at = row.findIndex((start) => name.startsWith(start));
    if (at >= 0) return at + 1;
  }
  return null;
}
