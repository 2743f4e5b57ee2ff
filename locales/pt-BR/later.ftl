# Guardar para depois, continuar o que foi guardado, e a pergunta a quem ficou parado.

action-save-for-later = Guardar e continuar depois
action-continue-saved = Continuar o que guardei

saved = Guardei para você continuar depois.
    .say = Guarde bem estas quatro palavras. Quem tem as palavras pode abrir. Para voltar, toque em “Continuar o que guardei” no início.
    .help = Com as quatro palavras você continua de onde parou. Elas servem uma vez só. Para ouvir, toque nelas.
saved-words = Suas palavras: { $one }, { $two }, { $three }, { $four }
    .hint = Toque para ouvir.
saved-until = Guardo até { $date }.
saved-days =
    { $count ->
        [one] Guardo por { $count } dia.
       *[other] Guardo por { $count } dias.
    }
saved-paper-coming = O papel com as palavras vai sair aqui embaixo. Se não sair, copie as palavras ou tire uma foto.
saved-paper-printed = O papel com as palavras saiu aqui embaixo. Leve com você.
saved-paper-counter = Mandei o papel para o balcão. Peça a um atendente.
saved-paper-uncertain = Não sei se o papel saiu. Copie as palavras ou tire uma foto.
saved-paper-none = Não vai sair papel agora. Copie as palavras ou tire uma foto.
saved-offline = Estamos sem internet agora. Por enquanto, volte a este mesmo quiosque.

saved-word =
    { $place ->
        [1] Qual é a primeira palavra?
        [2] Qual é a segunda palavra?
        [3] Qual é a terceira palavra?
       *[other] Qual é a quarta palavra?
    }
    .say = Escreva o começo da palavra. Depois toque na palavra certa.
    .help = São as quatro palavras que dei quando você guardou. Acento e letra grande tanto faz.
field-word =
    { $place ->
        [1] Primeira palavra
        [2] Segunda palavra
        [3] Terceira palavra
       *[other] Quarta palavra
    }
complaint-word-unknown = Não conheço essa palavra. Olhe de novo, com calma.
complaint-word-unclear = Mais de uma palavra começa assim. Toque na certa.
saved-looking = Estou procurando o que você guardou.
    .say = Um momento, por favor.
saved-not-there = Não achei nada com essas palavras.
    .say = Confira as palavras, com calma. O que já foi aberto não abre outra vez. Depois do prazo eu apago.
saved-not-here = Não achei neste quiosque.
    .say = Estamos sem internet agora. Se você guardou em outro quiosque, tente de novo mais tarde.
saved-wait = Vamos esperar um pouco.
    .say =
        { $count ->
            [one] As palavras não deram certo várias vezes. Tente de novo daqui a { $count } minuto, ou chame um atendente.
           *[other] As palavras não deram certo várias vezes. Tente de novo daqui a { $count } minutos, ou chame um atendente.
        }

left = Isto ficou pela metade.
    .say = Abra só com a pessoa aqui com você.
left-nothing = Não ficou nada pela metade.
left-draft = { $when }: { $group }
staff-left = Ver o que ficou pela metade

idle-left =
    { $count ->
        [one] Falta { $count } segundo.
       *[other] Faltam { $count } segundos.
    }
idle-seconds = segundos
idle-kept = Senão, limpo a tela. O que você disse fica fechado. Um atendente pode abrir com você.
idle-wiped = Senão, eu apago tudo. Assim ninguém vê.

slip-saved-title = Guardado para continuar depois
slip-saved-how = No quiosque, toque em “Continuar o que guardei”. Depois escreva as quatro palavras. Quem tem este papel pode abrir: guarde bem.
