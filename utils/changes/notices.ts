/** What follows the name of such a note: a day or a remark, perhaps, and the sign after which the note itself begins. */
const end = String.raw`(\s?[(（][^)）]{0,40}[)）]|,?\s\d[^:.]{0,30})?(\s?[:：.]|\s[–—-]\s|(?<=[)）]))`;

/** How notes begin that say what was changed in an article, or that it was. Languages as in `noise.ts`. */
const openings: readonly string[] = [
  `(correction|clarification|corrigendum|erratum|retraction|editor'?s'? (note|correction)|update)s?${end}`,
  String.raw`(this|the) (article|story|post|piece|report|headline|version|page)\b.{0,60}\b(has been|was|is) (updated|amended|corrected|edited|changed|clarified|revised)`,
  String.raw`(an|a previous|the original|an? (earlier|prior|previous)) version of this\b`,
  `this (is a|was) (corrected|updated|amended)`,
  `(corrección|aclaración|rectificación|fe de errat(a|as)|nota (del editor|de la redacción)|actualización)${end}|(este|el) (artículo|texto|reportaje) (ha sido|fue|se ha) (actualizad|corregid|modificad|rectificad)|una versión anterior de est[ea]`,
  `(correction|rectificatif|précision|erratum|mise à jour|note de la rédaction|ndlr)${end}|cet article a été (mis à jour|modifié|corrigé)|une version (précédente|antérieure) de cet`,
  String.raw`(korrektur|korrekturhinweis|berichtigung|richtigstellung|klarstellung|anmerkung der redaktion|anm\. d\. red|nachtrag|update)${end}|in einer (früheren|ersten|vorherigen) (version|fassung)|(dieser|der) (artikel|text|beitrag) wurde .{0,60}(aktualisiert|korrigiert|geändert|ergänzt|überarbeitet)`,
  `(correção|errata|erramos|esclarecimento|nota (do editor|da redação)|atualização)${end}|(este|esta|o|a) (artigo|texto|reportagem|matéria|notícia) foi (atualizad|corrigid|alterad)|uma versão anterior d`,
  `(correzione|rettifica|errata corrige|precisazione|nota (della redazione|dell'editore)|aggiornamento)${end}|(questo|il) (articolo|testo) è stato (aggiornato|corretto|modificato)|una (precedente )?versione (precedente )?di questo`,
  `(correctie|rectificatie|verduidelijking|noot van de redactie|naschrift|update)${end}|(dit|het) (artikel|bericht|stuk) is .{0,40}(bijgewerkt|aangepast|gecorrigeerd|gewijzigd)|in een eerdere versie`,
  `(исправление|поправка|уточнение|опровержение|обновление|дополнение|примечание редакции|от редакции)${end}|(статья|новость|материал|текст) .{0,20}(обновл|исправлен|дополнен|уточн)|в (предыдущей|первоначальной|ранней) версии`,
  `(تصحيح|توضيح|تصويب|تحديث|ملاحظة (المحرر|من المحرر)|تنويه)${end}|(تم|جرى) (تحديث|تصحيح|تعديل) (هذا|هذه)|(في )?(نسخة|صيغة) سابقة من`,
  `(更正|勘误|勘誤|澄清|编者注|編者按|编者按|更新|修正)${end}|本文(已|曾)?(更新|更正|修改|修订)|(此前|较早|早前)(的)?版本`,
  `(訂正|お詫びと訂正|補足|追記|更新|編集部注|修正)${end}|この記事は.{0,20}(更新|訂正|修正)|以前の(版|バージョン)|当初の記事`,
  `(सुधार|भूल सुधार|शुद्धिपत्र|स्पष्टीकरण|संपादक की टिप्पणी|अपडेट)${end}|(यह|इस) (लेख|खबर|रिपोर्ट|ख़बर) (को|में) .{0,30}(अपडेट|संशोधित|सुधार)|पिछले संस्करण में`,
];

const notice = new RegExp(String.raw`^[\s*•†(\[–—-]*(${openings.join('|')})`, 'iu');

/** Whether a block is a note of the editors: a correction, a clarification, an update. */
export const isNotice = (text: string): boolean => notice.test(text.slice(0, 200).replace(/[‘’]/g, "'"));
