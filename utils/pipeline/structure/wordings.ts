/** A wording that no section of an article starts with. */
interface Wording {
  /**
   * Matched against the text in lower case, white space collapsed, cut to 160 characters. Without the flags `i` and `u`: compiling such
   * long rules with them took a fifth of the first call.
   */
  pattern: RegExp;
  /** Why it is no heading: the name of the rule in the record of removals. */
  rule: 'related' | 'newsletter' | 'author-box' | 'comments' | 'contents' | 'share' | 'promo' | 'credit' | 'advertisement' | 'date';
  /** `drop`: it says nothing by itself, and goes. `text`: its words stay as a paragraph. */
  becomes: 'drop' | 'text';
}

/**
 * Headings of boxes that stand in or under articles. Languages: English, Spanish, French, German, Portuguese, Italian, Dutch, Russian,
 * Arabic, Chinese, Japanese, Hindi. Anchored at the start; what may follow is bounded, so that no section of an article on the subject falls.
 */
export const boxWordings: readonly Wording[] = [
  {
    // A related box: short, and nothing but the box's own name.
    pattern:
      /^((you )?(may|might|ll) (also )?(like|enjoy|be interested in)|related( [a-zª-῿]+){0,2}|more (stories|news|articles|posts|reading|on this( topic| story)?|from|like this)( .{1,40})?|(recommended|further|suggested|additional|continue) (for you|reading|posts|articles|stories|reads)|(most|top) (popular|read|viewed|shared|stories|posts)|popular( (posts|articles|stories|now|tags))?|trending( .{1,15})?|(latest|recent|other|similar|featured|previous|next|keep) (news|posts?|articles?|stor(y|ies)|reading|headlines|updates)|up next|what to read next|read (next|more|also|this next|on)|see (also|more)|also (read|see|on .{1,30})|don.?t miss.{0,20}|editor.?s.? picks?|our picks|explore more|in this series|in case you missed it|tags|topics|categor(y|ies)|filed under|(related )?(tags|topics)|more .{1,50} you.{0,6} (love|like|enjoy)|related .{0,30}(links|resources|coverage|content))\s*[:.…]?$/,
    rule: 'related',
    becomes: 'drop',
  },
  {
    pattern:
      /^(also read|read also|read more|see also|related( (story|article|post|reading|video))?|recommended|watch( (now|also|live|video))?|more)\s?[:|–—-]\s?\S/,
    rule: 'related',
    becomes: 'text',
  },
  {
    pattern:
      /^(te puede interesar|también te puede interesar|lee también|leer también|noticias relacionadas|artículos relacionados|más noticias|lo más (leído|visto)|à lire (aussi|également|ensuite)|lire aussi|articles? (liés|similaires|connexes)|sur le même (sujet|thème)|les plus lus|mehr zum thema|lesen sie auch|das könnte (sie|dich) auch interessieren|auch interessant|weitere (artikel|themen|meldungen)|ähnliche (artikel|beiträge)|meistgelesen|leia (também|mais)|veja também|(notícias|artigos) relacionad[ao]s|mais lidas|leggi anche|articoli correlati|potrebbe interessarti( anche)?|i più letti|lees ook|lees meer|gerelateerde (artikelen|berichten)|meest gelezen|читайте (также|ещё|еще)|по теме|похожие (статьи|новости|записи)|материалы по теме|самое читаемое|اقرأ (أيضا|أيضًا|ايضا)|إقرأ أيضا|مقالات ذات صلة|مواضيع ذات صلة|قد يعجبك أيضا|الأكثر قراءة|相关(阅读|文章|新闻|推荐|链接)|延伸阅读|推荐阅读|热门(文章|新闻)|関連(記事|ニュース|リンク)|あわせて読みたい|こちらもおすすめ|おすすめ(の)?記事|人気記事|यह भी पढ़ें|ये भी पढ़ें|संबंधित (खबरें|लेख)|और पढ़ें)\s*[:：]?.{0,20}$/,
    rule: 'related',
    becomes: 'drop',
  },
  {
    pattern:
      /^((sign up|subscribe)\b.{0,80}|join (our|the|over|\d).{0,40}(newsletter|list|subscribers|readers|community).{0,20}|(get|receive) (the|our|more|free|daily|weekly|latest).{0,60}(inbox|email|newsletter|updates|delivered).{0,20}|(our |the |daily |weekly |free )*newsletters?( sign ?up)?|stay (in the (loop|know)|up to date|updated|connected|informed|tuned).{0,30}|never miss .{1,60}|ready for more\??|(get|receive|have) .{1,90} (in|into|to|straight to) your (inbox|e-?mail).{0,20}|suscr[ií]bete.{0,60}|inscrivez-vous.{0,60}|abonnez-vous.{0,60}|jetzt (anmelden|abonnieren).{0,40}|inscreva-se.{0,60}|assine.{0,40}newsletter.{0,20}|iscriviti.{0,60}|meld je aan.{0,60}|подпис(ывайтесь|аться|ка).{0,60}|اشترك.{0,60}|订阅.{0,20}|メルマガ.{0,20})$/,
    rule: 'newsletter',
    becomes: 'drop',
  },
  {
    pattern:
      /^(about (the |this )?(authors?|writers?|us|contributors?|reporters?)|(meet )?the authors?|about (our|the) (team|company|staff)|author( bio(graphy)?)?|written by|posted by|reviewed by|contributors?|more (from|by) .{1,40}|share (your|the) (story|love).{0,20}|sobre (el|la|los|o|a|os) (autor|autora|autores)|(à propos|l.auteur).{0,25}|(über den|über die|zum) autor(in)?|l.autore|sull.autore|over de auteur|об авторе|عن الكاتب|关于作者|作者简介|著者|この記事を書いた人|लेखक के बारे में)\s*[:：]?$/,
    rule: 'author-box',
    becomes: 'drop',
  },
  {
    pattern:
      /^((\d+|no|one) (comments?|repl(y|ies)|responses?|thoughts?)( (on|to) .{0,140})?|(reader|latest|recent|view|all|your|add|post)? ?comments?( (on this .{1,20}|section|policy|are closed|below|\(\d+\)))?|join the (conversation|discussion)|(post|leave|add|write|make|submit) (a|your|an?) (comment|reply|response|question).{0,60}|have a question or comment.{0,40}|discussion about this post|what do you think\??|comentarios|deja (un|una) (comentario|respuesta)|deixe um comentário|comentários|commentaires|laisser un commentaire|kommentare|schreibe einen kommentar|lascia un commento|commenti|reacties|reageer|комментарии|оставить комментарий|التعليقات|اترك تعليق.{0,6}|评论|发表评论|コメント(する)?|टिप्पणियाँ|टिप्पणी करें)\s*[:：]?$/,
    rule: 'comments',
    becomes: 'drop',
  },
  {
    pattern:
      /^(table of contents?|(on|in) this (page|article|post|story|guide|issue)|contents|jump to.{0,30}|quick (links|navigation)|page contents|article (contents|outline)|índice( de contenidos)?|sommaire|table des matières|inhalt(sverzeichnis)?|indice( dei contenuti)?|inhoud(sopgave)?|содержание|оглавление|المحتويات|فهرس المحتويات|目录|目次)\s*[:：]?$/,
    rule: 'contents',
    becomes: 'drop',
  },
  {
    pattern:
      /^(share( (this|on|via|it|article|post|the article)\b.{0,40})?|follow (us|me|along)\b.{0,60}|find us on.{0,30}|connect with (us|me).{0,20}|social( media)?|print( this)?( page| article)?|compartir|compartilhe?|partager|teilen|condividi|delen|поделиться.{0,20}|شارك.{0,20}|分享(到)?|シェア(する)?|शेयर करें)\s*[:：]?$/,
    rule: 'share',
    becomes: 'drop',
  },
  {
    pattern:
      /^(advertis(e?ment|ing)|sponsored( content| by .{1,40})?|ads?( by .{1,20})?|publicidad|publicité|anzeige|werbung|publicidade|pubblicità|advertentie|реклама|إعلان|广告|広告|विज्ञापन)\s*[:：]?$/,
    rule: 'advertisement',
    becomes: 'drop',
  },
  {
    pattern:
      /^((click|tap) here\b.{0,80}|(learn|read|find out) more( (about|at|on) .{1,100})?\s?[.:!→»]?|get started( today| now| here| for free)*[.!→]?|book (now|(a|your) (free |first )?(demo|call|consultation|session|appointment)).{0,30}|buy (it )?now.{0,20}|shop (now|the|our|all)\b.{0,50}|order (now|yours)\b.{0,40}|check (price|out (our|these|more))\b.{0,60}|download (now|the app|our)\b.{0,60}|(start|try) (your|a|our|it|for) .{0,30}(free|trial|today|now).{0,40}|try \S{1,25}( \S{1,20})?( for)? (free|now|today)[.!]?|contact (us|me)( .{1,40})?|request a (demo|quote).{0,30}|talk to (an expert|us|our .{1,20})|need (help|more)\b.{0,60}|ready to .{2,70}[?!]|support (us|our (work|journalism)).{0,40}|donate.{0,20}|save (this|for later).{0,20}|limited.time.{0,60}|we (care about|value) your privacy|(full )?disclosure|disclaimer|(read|see|view|watch) (the |our |more|full|all)\b.{0,60}(→|»|>|review\.?|story\.?|article\.?|here\.?|details\.?))$/,
    rule: 'promo',
    becomes: 'text',
  },
  {
    pattern:
      /^((additional |contributing )?(reporting|writing|editing|translation|words|text|story|interview|photography|compiled|edited|translated)( contributed)? by\b.{1,100}|with (files|inputs?|reporting|additional reporting) (from|by)\b.{1,80}|(photos?|images?|pictures?|video|illustration|graphics?|foto|fotos|bild(er)?|imagen|imagem|immagine|photographs?|фото|изображение|صورة|图片|图|写真|画像|फोटो)( (credits?|by|courtesy( of)?|source|via|von|de|di|от))?\s?[:：/©|].{0,110}|(photo|image|picture|video) (credit|by|courtesy|via)\b.{0,100}|(courtesy|credit)( of|:)\s?.{1,80}|©.{1,100}|.{0,90}[/(]\s?(ap|afp|reuters|getty( images)?|epa|dpa|shutterstock|istock|alamy|bloomberg|unsplash|pixabay)( photo| images)?\s?[)/]?.{0,30}|(screenshot|screengrab)\s?[:/].{0,60}|sources?\s?[:：].{1,100})$/,
    rule: 'credit',
    becomes: 'text',
  },
  {
    // A date, a time of day or the time it takes to read, and nothing else.
    pattern:
      /^(\d{1,2}[:.h]\d{2}(:\d{2})?\s?([ap]\.?m\.?|uhr|h)?(\s?\(?[a-z]{2,4}\)?)?|.{0,60}\b\d{1,3}[\s-]?min(ute)?s?\.?[\s-](read|lesezeit|de lectura|de lecture|di lettura|de leitura|leestijd).{0,20})$|^((published|updated|posted|last (updated|modified|reviewed)|as of|date)\b[^a-z]{0,3}(on |at )?)?((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,? )?([a-zª-῿]{3,12}\.? \d{1,2}(st|nd|rd|th)?,? \d{4}|\d{1,2}(st|nd|rd|th)?\.? (de )?[a-zª-῿]{3,12}\.?,? (de )?\d{4}|\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(as of|updated?):? [a-zª-῿]{3,12} \d{4})(,? (at )?\d{1,2}:\d{2}.{0,12})?$/,
    rule: 'date',
    becomes: 'text',
  },
];

/** Labels of boxes in reviews and recipes: they head a list in a box, no section. */
export const boxLabel =
  /^(pros?|cons?|pros (&|and) cons|the good|the bad|verdict|specs|specifications|price|rating|our (rating|verdict|score)|ingredients list|highlights?|note|important|warning|tip|pro tip|quick tip|fun fact|did you know|update|editor.?s note|correction|key points?)\s*[:!?.]*$/i;

/** Class names and ids that sites give to what is not the article's text. */
export const apartNames =
  /(^|[\s_-])(related|recirc\w*|recommend\w*|newsletter|subscri\w*|signup|promo\w*|sponsor\w*|author-?(box|bio|info|card)|about-?author|bio|comments?|respond|share|social|sharing|toc|table-of-contents|widget|sidebar|popular|trending|breadcrumbs?|cta|most-?read|more-?stories|read-?next|cookie|consent|paywall|ad|ads|advert\w*)(?=$|[\s_-])/i;

/** Class names that sites give to subheads without a heading tag. */
export const subheadNames =
  /(^|[\s_-])(sub-?heads?|sub-?heading|subhed|cross-?head(ing|er)?|inter-?title|intertit\w*|zwischen\w*|ladillo|section-?(title|heading|head|header)|sub-?title|heading-?[1-6]?|head(er)?-?[2-6]|h[2-6]|title(-?h?[2-6])?|heading|(accordion|faq|toggle|question|item|step|list\w*|card|block)-?_*(title|heading|header|question|head)|question)(?=$|[\s_-])/i;

/** Class names of the line that names an entry: a product, a step, the topic of a check-list. */
export const itemNames =
  /(^|[\s_-])(item|product|widget|card|entry|list|topic|step|chapter|class(ification)?|category|award)[\s_-]*(name|label|title|heading|head)(?=$|[\s_-])/i;

/** Class names of lines that are no heading however they look. */
export const minorNames =
  /(^|[\s_-])(captions?|credits?|by-?lines?|date-?line|time-?stamp|date|time|meta(data)?|author|copyright|source|pull-?quote|quote|tags?|kicker|eyebrow|related|promo|read-?more|read-?next|share|newsletter|advert\w*|cta|btn|button|price)(?=$|[\s_-])/i;
