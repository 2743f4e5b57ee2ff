# Palavras de toda tela: botões, datas, ajustes. Frases curtas, como se fala com a avó.

action-next = Continuar
action-next-urgent = Continuar meu pedido
action-next-elsewhere = Fazer o pedido mesmo assim
action-skip = Pular
action-back = Voltar
action-back-settings = Pronto
action-help = Ajuda
action-more = Mais
action-more-last = Ver do começo
action-leave-fast = Sair rápido
action-home = Ir para o início
action-finish = Terminar
action-stay = Mais tempo
action-resume = Continuar meu pedido
action-other-language = Falo outra língua
action-call-attendant = Chamar um atendente
action-try-again = Tentar de novo
action-yes = Sim
action-no = Não

choice-spoken = { $label } { $place } de { $count }.
left-out = Você não disse
private-service = Atendimento
private-choice = Assunto reservado. Leia na tela ou use fones.
private-rest = É um assunto reservado. Leia na tela ou use fones para ouvir.

date = { $day } de { $month } de { $year }
time = { $hour }h{ $minute }
date-time = { $date }, { $time }
month-1 = janeiro
month-2 = fevereiro
month-3 = março
month-4 = abril
month-5 = maio
month-6 = junho
month-7 = julho
month-8 = agosto
month-9 = setembro
month-10 = outubro
month-11 = novembro
month-12 = dezembro
term-days =
    { $count ->
        [one] { $count } dia
       *[other] { $count } dias
    }
term-working-days =
    { $count ->
        [one] { $count } dia útil
       *[other] { $count } dias úteis
    }
term-hours =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }

settings-letters = Qual tamanho de letra é melhor?
    .say = Toque em um tamanho para ver.
settings-colours = Quais cores são melhores?
    .say = Toque nas cores para ver.
settings-language = Em que língua falamos?
    .say = Toque na sua língua.
settings-other-languages = Que língua você fala?
    .say = Toque nela. Alguém vem falar com você.
settings-voice = Como você quer ouvir?
    .say = Toque para mudar a minha voz.
action-settings-letters = Letra
action-settings-colours = Cor
action-settings-language = Língua: { $sign }
action-settings-voice = Voz
action-pause = Parar ou continuar a voz
action-repeat = Ouvir de novo
action-read-more = Ler mais
action-change = Mudar
stage-what = O quê
stage-where = Onde
stage-contact = Contato
stage-check = Conferir
letters-1 = Letra pequena
letters-2 = Letra normal
letters-3 = Letra grande
letters-4 = Letra bem grande
palette-normal = Cores normais
palette-high-dark = Letra branca, fundo preto
palette-high-light = Letra preta, fundo branco
palette-low = Cores suaves
action-pictures-on = Quero mais figuras e menos letras
action-pictures-off = Quero menos figuras e mais letras
motion-less = Menos movimento na tela
motion-usual = Movimento normal na tela
rate-faster = Falar mais rápido
rate-slower = Falar mais devagar
volume-louder = Som mais alto
volume-softer = Som mais baixo

help = Vamos com calma.
    .say = Ninguém tem pressa aqui.
help-general = Toque no que você quer. O botão “Voltar” não apaga nada. Se preferir, chame um atendente.
called = Já chamamos um atendente.
    .say = Alguém vem falar com você. Seu pedido fica como está.
idle = Você ainda está aí?
    .say = Toque em “Mais tempo” para continuar.
out-of-service = Este quiosque não consegue guardar pedidos agora.
    .say = Por favor, fale com um atendente no balcão. Nada do que já tem número se perdeu.
clock-doubtful = O relógio deste quiosque está errado. Por isso digo quanto tempo leva, e não a data.

field-spoken = { $label }: { $value }
field-empty = nada escrito ainda
field-filled = você já escreveu
complaint-empty = Ainda não tem nada escrito. Escreva ou toque em outra opção.
complaint-number-length = O número do pedido tem 15 números. Confira no papel. Ele começa com o ano, como 2026.
complaint-number-digit = Algum número não confere. Olhe de novo no papel, com calma.
complaint-code-length = O código tem 6 números. Ele está no papel, como 482 091.
complaint-telephone = Confira o telefone. Escreva o DDD e o número, como 21 98765 4321.
complaint-email = Confira o e-mail. Ele tem um @ no meio, como maria@exemplo.com.
complaint-not-a-number = Escreva só números, como 12.

key-space = espaço
key-erase = Apagar
key-erased = apagado
key-shift = Letras maiúsculas
key-digits = Números e sinais
key-letters = Letras
key-accents = Acentos
key-abc = Teclas em ordem alfabética
key-qwerty = Teclas como no computador
key-full-stop = ponto
key-comma = vírgula
key-hyphen = traço
key-slash = barra
key-at = arroba
key-underscore = traço embaixo
key-question = interrogação
key-exclamation = exclamação
key-colon = dois pontos
key-apostrophe = apóstrofo
