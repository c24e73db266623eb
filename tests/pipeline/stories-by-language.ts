import { storiesInOtherScripts } from './stories-in-other-scripts';

/** A short article in one language, with the words that its site puts around it. */
export interface Story {
  lang: string;
  title: string;
  /** As it stands on the page, and the name in it. */
  byline: readonly [line: string, name: string];
  /** As it stands on the page; it is always 7 March 2024. */
  date: string;
  /** Bold lines over a part of the text. */
  heads: readonly [string, string];
  paragraphs: readonly [string, string, string, string, string];
  /** Lines that are no part of the article: share, advertisement, read more, newsletter, related, comments. */
  clutter: readonly string[];
}

export const stories: readonly Story[] = [
  {
    lang: 'en',
    title: 'The ferry that the islands refused to lose',
    byline: ['By Ada Reed', 'Ada Reed'],
    date: 'March 7, 2024',
    heads: ['A boat older than the pier', 'What the council decided'],
    paragraphs: [
      'On the last morning of winter the old ferry left the harbour with forty passengers, two dogs and a crate of oranges on board, as it had done on every other day for sixty years.',
      'The captain, whose father had steered the same boat, said that nobody on the islands could imagine a week without its horn, and that most people there set their clocks by it.',
      'The hull was built before the stone pier, and the engine has been replaced three times, each time with money that the islanders collected among themselves in the space of a month.',
      'After a debate of five hours the council voted to pay for a new engine, although two of its members had asked for a bridge that would have cost forty times as much to build.',
      'The next crossing is planned for the first day of April, and the school choir has promised to sing on the upper deck whatever the weather may be on that morning.',
    ],
    clutter: [
      'Share this article',
      'Advertisement',
      'Read more: The bridge that was never built',
      'Sign up for our daily newsletter',
      'You may also like',
      '12 comments',
    ],
  },
  {
    lang: 'es',
    title: 'El transbordador que las islas no quisieron perder',
    byline: ['Por Lucía Herrera', 'Lucía Herrera'],
    date: '7 de marzo de 2024',
    heads: ['Un barco más viejo que el muelle', 'Lo que decidió el consejo'],
    paragraphs: [
      'La última mañana del invierno el viejo transbordador salió del puerto con cuarenta pasajeros, dos perros y una caja de naranjas a bordo, como lo había hecho todos los demás días durante sesenta años.',
      'El capitán, cuyo padre había gobernado el mismo barco, dijo que nadie en las islas podía imaginar una semana sin su sirena, y que la mayoría de la gente ponía el reloj en hora al oírla.',
      'El casco se construyó antes que el muelle de piedra, y el motor se ha cambiado tres veces, siempre con el dinero que los isleños reunieron entre ellos en el plazo de un solo mes.',
      'Después de un debate de cinco horas el consejo votó pagar un motor nuevo, aunque dos de sus miembros habían pedido un puente que habría costado cuarenta veces más.',
      'La próxima travesía está prevista para el primer día de abril, y el coro de la escuela ha prometido cantar en la cubierta superior, haga el tiempo que haga esa mañana.',
    ],
    clutter: [
      'Compartir',
      'Publicidad',
      'Lea también: El puente que nunca se construyó',
      'Suscríbete a nuestro boletín',
      'Te puede interesar',
      '12 comentarios',
    ],
  },
  {
    lang: 'fr',
    title: 'Le bac que les îles ont refusé de perdre',
    byline: ['Par Claire Moreau', 'Claire Moreau'],
    date: '7 mars 2024',
    heads: ['Un bateau plus vieux que la jetée', 'Ce que le conseil a décidé'],
    paragraphs: [
      'Le dernier matin de l’hiver, le vieux bac a quitté le port avec quarante passagers, deux chiens et une caisse d’oranges à bord, comme il l’avait fait tous les autres jours depuis soixante ans.',
      'Le capitaine, dont le père avait tenu la barre du même bateau, a dit que personne sur les îles ne pouvait imaginer une semaine sans sa corne, et que la plupart des gens y réglaient leur montre.',
      'La coque a été construite avant la jetée de pierre, et le moteur a été remplacé trois fois, chaque fois avec l’argent que les habitants avaient réuni entre eux en l’espace d’un mois.',
      'Après un débat de cinq heures, le conseil a voté l’achat d’un moteur neuf, bien que deux de ses membres aient demandé un pont qui aurait coûté quarante fois plus cher.',
      'La prochaine traversée est prévue pour le premier jour d’avril, et la chorale de l’école a promis de chanter sur le pont supérieur, quel que soit le temps qu’il fera ce matin-là.',
    ],
    clutter: [
      'Partager',
      'Publicité',
      'Lire aussi : Le pont qui ne fut jamais construit',
      'Inscrivez-vous à notre newsletter',
      'À lire aussi',
      '12 commentaires',
    ],
  },
  {
    lang: 'de',
    title: 'Die Fähre, die die Inseln nicht hergeben wollten',
    byline: ['Von Hanna Vogt', 'Hanna Vogt'],
    date: '7. März 2024',
    heads: ['Ein Schiff, älter als die Mole', 'Was der Rat beschloss'],
    paragraphs: [
      'Am letzten Morgen des Winters verließ die alte Fähre den Hafen mit vierzig Fahrgästen, zwei Hunden und einer Kiste Orangen an Bord, wie sie es seit sechzig Jahren an jedem anderen Tag getan hatte.',
      'Der Kapitän, dessen Vater dasselbe Schiff gesteuert hatte, sagte, niemand auf den Inseln könne sich eine Woche ohne ihr Horn vorstellen, und die meisten stellten ihre Uhren danach.',
      'Der Rumpf wurde vor der steinernen Mole gebaut, und der Motor ist dreimal ersetzt worden, jedes Mal mit Geld, das die Bewohner innerhalb eines Monats untereinander gesammelt hatten.',
      'Nach einer fünfstündigen Debatte stimmte der Rat für einen neuen Motor, obwohl zwei seiner Mitglieder eine Brücke verlangt hatten, die das Vierzigfache gekostet hätte.',
      'Die nächste Überfahrt ist für den ersten Tag im April geplant, und der Schulchor hat versprochen, auf dem Oberdeck zu singen, wie das Wetter an diesem Morgen auch sein mag.',
    ],
    clutter: [
      'Teilen',
      'Anzeige',
      'Lesen Sie auch: Die Brücke, die nie gebaut wurde',
      'Newsletter abonnieren',
      'Das könnte Sie auch interessieren',
      '12 Kommentare',
    ],
  },
  {
    lang: 'pt',
    title: 'A balsa que as ilhas não quiseram perder',
    byline: ['Por Inês Duarte', 'Inês Duarte'],
    date: '7 de março de 2024',
    heads: ['Um barco mais velho do que o cais', 'O que o conselho decidiu'],
    paragraphs: [
      'Na última manhã do inverno a velha balsa deixou o porto com quarenta passageiros, dois cães e uma caixa de laranjas a bordo, como tinha feito em todos os outros dias durante sessenta anos.',
      'O capitão, cujo pai tinha governado o mesmo barco, disse que ninguém nas ilhas conseguia imaginar uma semana sem a sua buzina, e que a maior parte das pessoas acertava o relógio por ela.',
      'O casco foi construído antes do cais de pedra, e o motor foi substituído três vezes, sempre com o dinheiro que os ilhéus juntaram entre si no espaço de um único mês.',
      'Depois de um debate de cinco horas o conselho votou a favor de um motor novo, embora dois dos seus membros tivessem pedido uma ponte que teria custado quarenta vezes mais.',
      'A próxima travessia está marcada para o primeiro dia de abril, e o coro da escola prometeu cantar no convés superior, faça o tempo que fizer nessa manhã.',
    ],
    clutter: [
      'Compartilhar',
      'Publicidade',
      'Leia também: A ponte que nunca foi construída',
      'Inscreva-se na nossa newsletter',
      'Veja também',
      '12 comentários',
    ],
  },
  {
    lang: 'it',
    title: 'Il traghetto che le isole non hanno voluto perdere',
    byline: ['Di Marta Ferri', 'Marta Ferri'],
    date: '7 marzo 2024',
    heads: ['Una nave più vecchia del molo', 'Che cosa ha deciso il consiglio'],
    paragraphs: [
      'L’ultima mattina d’inverno il vecchio traghetto ha lasciato il porto con quaranta passeggeri, due cani e una cassa di arance a bordo, come aveva fatto tutti gli altri giorni per sessant’anni.',
      'Il capitano, il cui padre aveva governato la stessa nave, ha detto che nessuno sulle isole poteva immaginare una settimana senza la sua sirena, e che quasi tutti ci regolavano l’orologio.',
      'Lo scafo fu costruito prima del molo di pietra, e il motore è stato sostituito tre volte, ogni volta con il denaro che gli isolani avevano raccolto tra loro nello spazio di un mese.',
      'Dopo un dibattito di cinque ore il consiglio ha votato per un motore nuovo, anche se due dei suoi membri avevano chiesto un ponte che sarebbe costato quaranta volte tanto.',
      'La prossima traversata è prevista per il primo giorno di aprile, e il coro della scuola ha promesso di cantare sul ponte superiore, qualunque tempo faccia quella mattina.',
    ],
    clutter: [
      'Condividi',
      'Pubblicità',
      'Leggi anche: Il ponte che non fu mai costruito',
      'Iscriviti alla newsletter',
      'Ti potrebbe interessare',
      '12 commenti',
    ],
  },
  {
    lang: 'nl',
    title: 'De veerboot die de eilanden niet wilden missen',
    byline: ['Door Femke Bakker', 'Femke Bakker'],
    date: '7 maart 2024',
    heads: ['Een boot ouder dan de pier', 'Wat de raad besloot'],
    paragraphs: [
      'Op de laatste ochtend van de winter verliet de oude veerboot de haven met veertig passagiers, twee honden en een kist sinaasappels aan boord, zoals hij dat zestig jaar lang elke andere dag had gedaan.',
      'De kapitein, wiens vader dezelfde boot had bestuurd, zei dat niemand op de eilanden zich een week zonder zijn hoorn kon voorstellen, en dat de meeste mensen er hun klok op gelijkzetten.',
      'De romp werd gebouwd voordat de stenen pier er lag, en de motor is drie keer vervangen, telkens met geld dat de eilanders binnen een maand onder elkaar hadden ingezameld.',
      'Na een debat van vijf uur stemde de raad voor een nieuwe motor, hoewel twee van de leden om een brug hadden gevraagd die veertig keer zoveel zou hebben gekost.',
      'De volgende overtocht staat gepland voor de eerste dag van april, en het schoolkoor heeft beloofd op het bovendek te zingen, wat voor weer het die ochtend ook mag zijn.',
    ],
    clutter: [
      'Delen',
      'Advertentie',
      'Lees ook: De brug die nooit werd gebouwd',
      'Meld je aan voor onze nieuwsbrief',
      'Meer lezen',
      '12 reacties',
    ],
  },
  ...storiesInOtherScripts,
];
