import type { ClutterRule } from './clutter-rule';

/**
 * What is surely not the article. Only what is certain on its own stands here; doubtful blocks are weighed in `extract`.
 * Languages of the lines: English, Spanish, French, German, Portuguese, Italian, Dutch, Russian, Arabic, Chinese, Japanese, Hindi.
 */
export const clutterRules: readonly ClutterRule[] = [
  {
    name: 'ad-label',
    line: 'ad|ads|advert|advertisement|advertising|sponsored|sponsored content|(?:story|article) continues below(?:(?: this)? ad(?:vertisement)?)?|publicidad|publicité|publicite|anzeige|werbung|publicidade|pubblicità|advertentie|реклама|إعلان|广告|廣告|広告|スポンサーリンク|विज्ञापन',
    why: 'Label of an advertisement',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'ad-slot',
    selector:
      'ins.adsbygoogle,[id^="google_ads" i],[id^="div-gpt-ad" i],[data-ad-slot],[data-ad-client],[data-google-query-id],[data-freestar-ad],amp-ad,[aria-label="advertisement" i]',
    names:
      'ad-?slot|ad-?container|ad-?wrap(?:per)?|ad-?unit|ad-?banner|ad-?placeholder|advert|advertisement|advertising|adsense|dfp-ad|gpt-ad|taboola|outbrain|zergnet|revcontent|mgid|code-block-ad|sponsored-?content',
    why: 'Advertisement',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'affiliate-note',
    names: 'affiliate-?(?:disclaimer|disclosure|notice|note|message|text)(?:-\\w+)?|(?:ftc|amazon)-?disclosure',
    start:
      '(?:(?:affiliate )?disclosure: )?(?:as an? (?:amazon |affiliate )(?:associate|marketer|partner)|(?:this|our) (?:post|article|page|story|guide|site)s? (?:may )?contains? (?:affiliate|sponsored) links|(?:we|i) (?:may )?(?:earn|receive|get) an? (?:small |affiliate )*commission|when you (?:buy|purchase|click) .{0,60} (?:we|i) (?:may|might|can) (?:earn|receive)|este (?:artículo|artigo) (?:contiene|contém) (?:enlaces|links) de afiliad|cet article contient des liens (?:d.)?affili|dieser (?:artikel|beitrag) enthält affiliate|questo articolo contiene link di affiliazione|dit artikel bevat affiliate|(?:эта )?статья содержит парт[нё]рские|يحتوي هذا المقال على روابط تابعة|本文(?:包含|含有).{0,6}(?:联盟|推广)链接|(?:本|当)(?:記事|サイト).{0,8}(?:アフィリエイト|広告)|इस लेख में एफ़?िलिएट)',
    why: 'Note about commissions',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'app-banner',
    names: 'smart-?banner|app-?banner|app-?promo|download-?app|install-?app|get-?the-?app',
    why: 'Banner for an app',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'author-box',
    selector: '[itemprop="author"] [itemprop="description"]',
    names:
      'author-?box(?:es)?|author-?bio(?:graphy)?|about-?the-?author|about-?author|author-?card|author-?profile|post-?author-?box|entry-?author-?box|saboxplugin-wrap|pp-multiple-authors-boxes-wrapper|molongui-author-box|abh_box|bio-?box',
    why: 'Box about the author',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'breadcrumb',
    selector: '[itemtype$="BreadcrumbList"],[aria-label="breadcrumb" i],[aria-label="breadcrumbs" i]',
    names: 'breadcrumbs?|bread-crumbs?|yoast-breadcrumbs?|rank-math-breadcrumb',
    why: 'Path through the site',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'caption-toggle',
    line: '(?:show|hide|toggle|view|read) (?:full )?captions?|(?:view|open|see) (?:photo )?gallery|(?:click|tap) to (?:enlarge|expand|zoom)|enlarge(?: (?:this )?image)?|image \\d+ of \\d+',
    why: 'Button on a picture',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'comment-form',
    selector: '#respond,#commentform,[data-cc-form][data-cc-action*="wp-comments-post" i]',
    names: 'comment-?respond|comment-?reply|reply-?form|leave-?a-?(?:reply|comment)|comment-?form|comments?-?button|com-?click-?id',
    why: 'Form to leave a comment',
    seenAt: 'clutter-of-every-kind',
    large: true,
  },
  {
    name: 'comment-line',
    line: '(?:click|tap) (?:here )?to comment|(?:leave|post|add|write) a (?:comment|reply)|(?:\\d+ )?comments?(?: \\(\\d+\\))?|no comments(?: yet)?|be the first to comment|view (?:all )?comments|show comments|join the (?:conversation|discussion)|your email address will not be published\\..*|deja (?:un comentario|una respuesta)|laisser un commentaire|schreibe einen kommentar|kommentar hinterlassen|deixe um comentário|lascia un commento|een reactie achterlaten|оставить комментарий|اترك تعليقا?ً?|发表评论|コメントを残す|टिप्पणी करें',
    why: 'Invitation to comment',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'comments',
    selector:
      '#comments,#disqus_thread,.fb-comments,#coral_thread,#coral_talk_stream,[data-spotim-module],[data-spot-im-class],[id^="spot-im"],viafoura-comments,.viafoura,.vf-comments,.vf-conversations,#hyvor-talk-view,hyvor-talk-comments,#commento,#jp-post-flair .jp-comments,#graphcomment,#cusdis_thread,#isso-thread,.giscus,.utterances,#remark42,[itemprop="comment"]',
    names:
      'comments?-?(?:area|section|list|thread|container|wrap(?:per)?|block|feed|template)|commentlist|disqus(?:-thread|-comments)?|livefyre|openweb|spotim|coral-talk|hyvor-talk|commento-root|jetpack_remote_comment|wpdiscuz|wpd-thread',
    why: 'Readers’ comments',
    seenAt: 'clutter-of-every-kind',
    large: true,
  },
  {
    name: 'consent-banner',
    selector:
      '#onetrust-consent-sdk,#onetrust-banner-sdk,#CybotCookiebotDialog,#didomi-host,#qc-cmp2-container,#usercentrics-root,#truste-consent-track,#cookie-law-info-bar,#cookie-notice,[id^="sp_message_container"]',
    names:
      'cookie-?(?:banner|bar|consent|notice|law|policy-?banner|popup|modal|message)|gdpr-?(?:banner|consent|notice|cookie)?|consent-?(?:banner|popup|modal|manager)|cmplz-cookiebanner|cc-window|cky-consent-container|moove_gdpr|cli-modal',
    why: 'Notice about cookies or consent',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'continue-reading',
    names:
      'cont-read(?:-but)?(?:-wrap)?|continue-?reading(?:-?button)?|read-?more-?(?:button|btn|link|toggle)|show-?more-?(?:button|btn)|load-?more(?:-?button|-?btn)?',
    line: '(?:continue|keep) reading|read (?:more|the full (?:story|article)|next|full story)|show more|load more|see more|view more|scroll to continue|seguir leyendo|continuar leyendo|leer más|lire la suite|continuer la lecture|weiterlesen|mehr lesen|continuar lendo|leia mais|continua a leggere|leggi di più|lees verder|lees meer|читать далее|читать дальше|اقرأ المزيد|متابعة القراءة|阅读更多|閱讀更多|继续阅读|続きを読む|もっと見る|और पढ़ें',
    why: 'Button to go on reading',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'feedback',
    start:
      '(?:how was this (?:issue|article|newsletter)|did you (?:make|try) (?:this|one of my) recipe|(?:did you )?(?:like|enjoy)(?:ed)? (?:this|the) (?:article|post|story|issue)\\?|if you (?:like|liked|enjoy|enjoyed) (?:this|my|our) (?:article|post|story|podcast|newsletter|work).{0,60}(?:shar|subscri|review|support|consider|rating)|was this (?:article|page|story|helpful)|rate this (?:article|post|recipe)|te (?:ha )?(?:gustado|resultó útil)|cet article vous a.t.il|war dieser artikel hilfreich|este artigo foi útil|ti è (?:piaciuto|stato utile)|was dit artikel nuttig|понравилась статья|была ли статья полезна|هل (?:أعجبك|كان) هذا المقال|(?:这篇|本)文章(?:是否|对您)有(?:用|帮助)|この記事は(?:役に立ちましたか|いかがでしたか)|क्या यह (?:लेख|खबर))',
    why: 'Question about the article',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'follow-box',
    names:
      'fly-soc|soc(?:ial)?-?(?:icons?|links?|list|media|follow|profiles?|nav|menu|networks?|bar)|follow-?(?:us|me|box|buttons?|links?|bar)|connect-?with-?us|foot-soc(?:-list)?',
    line: '(?:connect with|follow|find|join) us(?: on.{0,60})?|follow .{1,40} on (?:twitter|x|facebook|instagram|google news|whatsapp|telegram|linkedin|youtube).{0,40}|síguenos(?: en.{0,40})?|suivez-nous(?: sur.{0,40})?|folgen sie uns.{0,40}|siga-nos.{0,40}|seguici.{0,40}|volg ons.{0,40}|подписывайтесь на нас.{0,40}|تابعنا.{0,40}|关注我们|フォローする|हमें फॉलो करें',
    why: 'Links to follow the site',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'hidden',
    selector: '[data-cc-hidden]',
    why: 'The page does not show it',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'modal',
    selector: '[aria-modal="true"],[role="alertdialog"]',
    names:
      'pop-?up|modal-?(?:content|dialog|overlay|wrap(?:per)?|container)|lightbox-?(?:content|overlay)|pum-overlay|elementor-popup-modal|interstitial|exit-?intent',
    why: 'Window laid over the page',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'navigation',
    selector: 'nav,[role="navigation"],[role="menu"],[role="menubar"],[role="search"],menu',
    names:
      'main-?nav(?:igation)?|site-?nav(?:igation)?|nav-?(?:bar|menu|links?)|navbar|mega-?menu|mobile-?menu|off-?canvas|fly-?(?:wrap|menu|out)|skip-?link|screen-reader-shortcut|post-?navigation|nav-?previous|nav-?next',
    why: 'Navigation of the site',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'newsletter',
    selector: '[data-cc-form]:has(input[type="email" i]):not(:has(p ~ p ~ p)),[data-cc-form][data-cc-action*="list-manage.com" i]',
    names:
      'news-?letter(?:-?(?:box|form|signup|sign-up|widget|block|promo|cta|subscribe|wrapper|container|module|section))*|subscribe-?(?:box|form|widget|cta|block|section|wrapper|banner)|subscription-?(?:box|form|widget|banner)|sign-?up-?(?:box|form|widget|banner)|email-?(?:signup|sign-up|capture|optin|opt-in|subscribe)|mailchimp|mc4wp-form|mc_embed_signup|convertkit|ck_form|jetpack_subscription_widget|optin-?(?:box|form|monster)|register-?(?:box|wall|promo)|regwall|registration-?(?:box|wall|form)|substack-?post-?embed',
    start:
      '(?:join (?:medium|substack) for free|(?:sign up|subscribe) (?:for|to) (?:our|the|my|this) (?:free |daily |weekly |monthly )*(?:e-?mail )?newsletter|want (?:more )?(?:stories|news|articles) like this|(?:get|have) .{1,60} (?:delivered )?(?:straight )?(?:in|to) your inbox|thanks for reading .{1,60}(?:subscribe|share)|suscríbase? a nuestro bolet|inscrivez-vous à notre|melden sie sich .{0,30}newsletter|assine a nossa|iscriviti alla nostra|schrijf je in voor onze|подпишитесь на наш|اشترك في نشرتنا|订阅(?:我们|本)|ニュースレターに登録|हमारे न्यूज़?लेटर)',
    line: '(?:sign up|subscribe|register) (?:for|to) (?:our|the|my|this|your) .{0,60}(?:newsletters?|updates|alerts|e-?mails?|mailing list).{0,60}|get (?:all )?(?:the )?latest (?:updates?|news|stories) .{0,80}|(?:subscribe|sign up)(?: now| today| here| free)?|suscríbete.{0,80}|inscrivez-vous.{0,80}|abonnez-vous.{0,80}|newsletter abonnieren.{0,60}|jetzt abonnieren.{0,60}|inscreva-se.{0,80}|iscriviti.{0,80}|meld je aan.{0,80}|подпишитесь.{0,80}|اشترك في .{0,60}|订阅.{0,30}|ニュースレター.{0,40}|(?:न्यूज़|न्यूज़|न्यूज)लेटर.{0,60}',
    why: 'Newsletter or registration box',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'offer',
    line: '(?:get|download|grab|claim) (?:the|your|our|this|my) free (?:e-?book|guide|checklist|template|report|trial|copy)s?.{0,40}|descarga (?:gratis|nuestra guía).{0,40}|téléchargez (?:gratuitement|notre guide).{0,40}|jetzt kostenlos (?:herunterladen|testen).{0,40}|baixe (?:grátis|o guia).{0,40}|scarica (?:gratis|la guida).{0,40}|download gratis.{0,40}|скачать бесплатно.{0,40}|免费(?:下载|领取|试用).{0,20}|無料(?:ダウンロード|体験|トライアル).{0,20}',
    why: 'Offer of the site',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'page-footer',
    selector: 'body > footer,#footer,#colophon,footer[role="contentinfo"],[role="contentinfo"]',
    names: 'site-?footer|page-?footer|global-?footer|main-?footer|footer-?(?:widgets?|nav|menu|bottom|links|wrapper|copyright)',
    why: 'Foot of the page',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'print-email',
    names:
      'print-?(?:link|button|article|this|friendly)|email-?(?:link|button|article|this|friend)|article-?tools?|page-?tools?|story-?tools?|tools-?bar|font-?(?:resize|size-?(?:control|switch)er?s?)|text-?size(?:r)?|listen-?(?:button|to-?article)|bookmark-?(?:button|this)|copy-?(?:link|button|url)|save-?(?:article|story|button)',
    line: '(?:print|e-?mail)(?: this)?(?: page| article| story)?|copy (?:link|url)|link copied!?|listen to (?:this )?(?:article|story)|save (?:this )?(?:article|story)|imprimir|imprimer|drucken|stampa|afdrukken|распечатать|طباعة|打印|印刷',
    why: 'Row of tools to print, mail or save',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'reading-time',
    line: '(?:.{2,40} ?[|·•] ?)?(?:reading time:? )?\\d{1,3}[ -]?min(?:ute)?s?\\.? (?:read|de lectura|de lecture|lesezeit|de leitura|di lettura|leestijd|чтения)|время чтения:? ?\\d{1,3} мин\\S*|(?:阅读|閱讀)(?:时间|時間)?[:：]? ?\\d{1,3} ?分[钟鐘]',
    why: 'Time the text takes to read',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'related',
    selector: '[aria-label="related" i],[data-module="related" i]',
    names:
      'related-?(?:posts?|articles?|stories|story|news|content|links?|topics?|items?|reading|videos?|wrap(?:per)?|widget|block|box|section)?|relatedposts?|jp-relatedposts|yarpp(?:-related)?|crp_related|most-?(?:read|popular|viewed|shared|commented)|popular-?(?:posts?|articles?|stories|news)|trending(?:-?(?:now|posts?|stories|news|topics))?|recommended(?:-?(?:posts?|articles?|stories|reading|for-you))?|recommendations?|recirc(?:ulation)?|you-?(?:may|might)-?(?:also-?)?like|also-?(?:like|read)|read-?(?:also|next)|more-?(?:stories|news|articles|posts|from|in|on)|latest-?(?:posts?|news|articles|stories)|recent-?(?:posts?|articles)|editors?-?picks?|up-?next|next-?(?:post|article|story)|prev(?:ious)?-?(?:post|article|story)|prev-?next(?:-wrap)?|suggested-?(?:posts?|articles)',
    why: 'Links to other articles',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'related-line',
    line: '(?:related|read (?:also|more|next)|also read|see also|more on this(?: story)?|recommended|don.t miss|up next|you (?:may|might) (?:also )?(?:like|be interested in.{0,60})|most (?:read|popular)|trending(?: now)?|editors?. picks?|lea también|le puede interesar|te puede interesar|lire aussi|à lire aussi|lesen sie auch|das könnte sie auch interessieren|leia também|veja também|leggi anche|lees ook|читайте также|اقرأ أيضا?ً?|相关阅读|相关新闻|延伸阅读|関連記事|यह भी पढ़ें|ये भी पढ़ें)(?: ?[:：](?: ?.{0,140})?)?',
    why: 'Link to another article',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'share-bar',
    selector:
      '.addtoany_share_save_container,.a2a_kit,.addthis_toolbox,.sharedaddy,.heateor_sss_sharing_container,.ssba,.essb_links,.mashsb-container,.sassy-social-share,[aria-label^="share" i]:not(a,button)',
    names:
      'share-?(?:bar|box|buttons?|icons?|links?|list|menu|tools?|widget|this|wrap(?:per)?|container|block|row|post|article|section|options?|social|holder)|sharing(?:-?(?:buttons?|icons?|tools?|links?|bar|wrap(?:per)?))?|social-?shar(?:e|ing)(?:-?(?:buttons?|icons?|bar|links?|wrap(?:per)?))?|social-?(?:buttons?|wrap(?:per)?|tools?|warfare(?:-panel)?)|post-?shar(?:e|ing)|article-?shar(?:e|ing)|entry-?shar(?:e|ing)|sharethis|share-?this|soc-?(?:wrap|list)|post-soc(?:-wrap|-list)?|addtoany|addthis|sharedaddy|sd-sharing',
    line: '(?:share|tweet|pin|pin it|share (?:this|it|on|via|with).{0,60}|like this:?|click to share .{0,60}|compartir|comparte|partager|teilen|compartilhar|condividi|delen|поделиться|شارك|مشاركة|分享|シェアする|シェア|शेयर करें)',
    why: 'Buttons to share',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'sidebar',
    selector: 'body > aside,#sidebar,#secondary,[role="complementary"]:not(article *),main ~ aside,article ~ aside',
    names:
      'side-?bar-?(?:widget|area|primary|secondary|right|left|wrap(?:per)?|container|inner)|widget-?area|right-?rail|left-?rail|side-?rail',
    why: 'Column beside the article',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'sign-in',
    line: '(?:join|log ?in|sign ?in|register)(?: ?/ ?| or | and )(?:log ?in|sign ?in|register|sign ?up|subscribe)(?: to .{1,60})?|(?:log|sign) ?in to (?:continue|comment|save|read|view|your account to).{0,60}|already (?:a (?:member|subscriber)|have an account)\\?.{0,30}|inicia(?:r)? sesión(?: para .{1,60})?|connectez-vous(?: pour .{1,60})?|jetzt (?:anmelden|einloggen).{0,40}|faça login.{0,60}|accedi (?:per|o registrati).{0,40}|log in om .{1,40}|войдите,? (?:чтобы|или).{1,60}|سجل الدخول.{0,40}|登录(?:后|以).{0,20}|ログイン(?:して|すると).{0,20}|लॉग ?इन करें.{0,20}',
    why: 'Invitation to sign in',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'site-header',
    selector: 'body > header,header[role="banner"],[role="banner"],#masthead',
    names: 'site-?header|page-?header-?(?:top|nav)|global-?header|main-?header|top-?bar|header-?(?:top|nav|menu|search|widgets?)|masthead',
    why: 'Head of the site',
    seenAt: 'clutter-of-every-kind',
  },
  {
    name: 'tags',
    selector: '[rel="tag"]:not(p *)',
    names:
      'post-?tags?|entry-?tags?|article-?tags?|tags?-?(?:list|links?|cloud|wrap(?:per)?|container|section)|tagcloud|topic-?(?:list|tags?)|keywords?-?list|cat-?links|posted-?in',
    line: '(?:tags?|topics?|related topics|filed under|tagged(?: with)?|etiquetas|mots-clés|schlagwörter|stichworte|tag correlati|метки|теги|الوسوم|标签|タグ|टैग) ?[:：](?: ?.{0,140})?',
    why: 'Tags of the article',
    seenAt: 'clutter-of-every-kind',
  },
];
