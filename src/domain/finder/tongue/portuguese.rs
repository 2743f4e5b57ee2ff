//! Portuguese as Brazilians speak and type it.

use super::Replacements;

/// Words that say nothing about a subject.
pub(super) const LITTLE: &str = "
    a o as os um uma uns umas de do da dos das d em no na nos nas num numa ao aos pelo pela pelos
    pelas per pra pro pras pros para com e que q qual quais quem quando onde aonde como se si me mim
    te ti lhe lhes eu tu ele ela eles elas voce voces vc vcs nois nos gente meu minha meus minhas
    seu sua seus suas teu tua dele dela deles delas nosso nossa nossos nossas este esta estes estas
    esse essa esses essas isso isto aquele aquela aqueles aquelas aquilo deste desta desse dessa
    disso disto daquele daquela nesse nessa neste nesta naquele naquela aqui ali la ca ai ser sou
    sao era eram foi foram fui fosse seria sendo estar estou to tou ta tao estao tava tavam estava
    estavam esteja teja ter tenho tem tinha teve tive temos tenha haver ha havia ir vou vai vao vamos
    ia iam indo fazer faz fez faco fazem feito fazendo fazia quero queria querem quer queremos queira
    gostaria preciso precisa precisava precisamos precisando precisam poder pode posso podia podem
    possa consigo consegue conseguir dar deu dou dando ja mais muito muita muitos muitas mt mto so
    tambem tb ainda agora hoje sempre por favor porfavor obrigado obrigada moca moco senhor senhora
    oi ola tudo algum alguma alguns algumas outro outra entao mas porque pq ne assim ate desde sobre
    tal coisa ver vi tipo mesmo mesma vez vezes ano anos mes meses semana semanas pois ou lo las los
    cade bem
";

/// Endings that the stemmer does not know without accents.
pub(super) const ENDINGS: Replacements = &[
    ("coes$", "cao$"),
    ("oes$", "ao$"),
    ("aes$", "ao$"),
    ("ais$", "al$"),
    ("eis$", "el$"),
    ("ois$", "ol$"),
];

/// Letters that sound alike, or do in some region.
pub(super) const SOUNDS: Replacements = &[
    ("ph", "f"),
    ("ch", "x"),
    ("lh", "i"),
    ("lia", "ia"),
    ("lio", "io"),
    ("nh", "n"),
    ("h", ""),
    ("qu", "k"),
    ("q", "k"),
    ("sc", "c"),
    ("ce", "se"),
    ("ci", "si"),
    ("c", "k"),
    ("ge", "je"),
    ("gi", "ji"),
    ("gu", "g"),
    ("y", "i"),
    ("w", "v"),
    ("z", "s"),
    ("rr", "r"),
    ("ss", "s"),
    ("ll", "l"),
    ("^ex", "^is"),
    ("^es", "^is"),
    ("^en", "^in"),
    ("^em", "^in"),
    ("uis$", "us$"),
    ("eis$", "es$"),
    ("ais$", "as$"),
    ("ei", "e"),
    ("ou", "o"),
    ("pl", "pr"),
    ("bl", "br"),
    ("kl", "kr"),
    ("gl", "gr"),
    ("fl", "fr"),
    ("al$", "au$"),
    ("el$", "eu$"),
    ("il$", "iu$"),
    ("ol$", "ou$"),
    ("alt", "aut"),
    ("als", "aus"),
    ("alk", "auk"),
    ("alm", "aum"),
    ("alv", "auv"),
    ("olt", "out"),
    ("elt", "eut"),
    ("ult", "ut"),
    ("mb", "nb"),
    ("mp", "np"),
    ("m$", "n$"),
];
