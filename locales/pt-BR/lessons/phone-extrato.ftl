# O extrato do benefício. Nada aqui é de verdade.

phone-extrato-inicio-titulo = Meu benefício
phone-extrato-inicio-pagamentos = Meus pagamentos
phone-extrato-inicio-ajuda = Preciso de ajuda

phone-extrato-meses-titulo = Qual mês?
phone-extrato-meses-marco = Março
phone-extrato-meses-fevereiro = Fevereiro
phone-extrato-meses-janeiro = Janeiro
phone-extrato-meses-voltar = Voltar

phone-extrato-marco-titulo = Março
phone-extrato-marco-beneficio = Benefício: 2.000 reais
phone-extrato-marco-emprestimo = Empréstimo: menos 100 reais
phone-extrato-marco-clube = Clube Sol: menos 40 reais
phone-extrato-marco-total = Sobrou: 1.860 reais
phone-extrato-marco-voltar = Voltar

phone-extrato-clube-titulo = Clube Sol
phone-extrato-clube-valor = Menos 40 reais por mês
phone-extrato-clube-aviso = Foi você que pediu?
phone-extrato-clube-ajuda = Pedir ajuda
phone-extrato-clube-voltar = Voltar

phone-extrato-ajuda-titulo = Preciso de ajuda
phone-extrato-ajuda-mensagem = Número que veio na mensagem
phone-extrato-ajuda-oficial = Telefone oficial
phone-extrato-ajuda-voltar = Voltar

phone-extrato-ligacao-titulo = Telefone oficial
phone-extrato-ligacao-fala = Vamos ver isso. Seu número é 2026 0014.
phone-extrato-ligacao-desligar = Desligar

phone-extrato-falsa-titulo = Seu dinheiro de volta?
phone-extrato-falsa-aviso = Ponha a senha e receba tudo hoje!
phone-extrato-falsa-senha = Pôr a senha
phone-extrato-falsa-fechar = Fechar
