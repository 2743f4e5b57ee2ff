# The statement of a benefit. Nothing here is real.

phone-extrato-inicio-titulo = My benefit
phone-extrato-inicio-pagamentos = My payments
phone-extrato-inicio-ajuda = I need help

phone-extrato-meses-titulo = Which month?
phone-extrato-meses-marco = March
phone-extrato-meses-fevereiro = February
phone-extrato-meses-janeiro = January
phone-extrato-meses-voltar = Back

phone-extrato-marco-titulo = March
phone-extrato-marco-beneficio = Benefit: 2,000 reais
phone-extrato-marco-emprestimo = Loan: less 100 reais
phone-extrato-marco-clube = Sun Club: less 40 reais
phone-extrato-marco-total = What is left: 1,860 reais
phone-extrato-marco-voltar = Back

phone-extrato-clube-titulo = Sun Club
phone-extrato-clube-valor = Less 40 reais each month
phone-extrato-clube-aviso = Did you ask for this?
phone-extrato-clube-ajuda = Ask for help
phone-extrato-clube-voltar = Back

phone-extrato-ajuda-titulo = I need help
phone-extrato-ajuda-mensagem = Number in the message
phone-extrato-ajuda-oficial = Official number
phone-extrato-ajuda-voltar = Back

phone-extrato-ligacao-titulo = Official number
phone-extrato-ligacao-fala = We will look. Your number is 2026 0014.
phone-extrato-ligacao-desligar = Hang up

phone-extrato-falsa-titulo = Your money back?
phone-extrato-falsa-aviso = Write your password and get it all today!
phone-extrato-falsa-senha = Write the password
phone-extrato-falsa-fechar = Close
