package dev.prospector.agents.contact.email;

import java.util.List;
import java.util.Locale;

/**
 * What a mailbox is for, by the words before the at sign, in the order in which a seller would
 * write to them: a person's after those of sales and of general contact, those for applicants,
 * privacy and the press last.
 */
public enum EmailUse {
  /** Sales, commercial department, orders, quotes. */
  SALES(
      "sales",
      "vendas",
      "comercial",
      "ventas",
      "commercial",
      "vendite",
      "orcamento",
      "orcamentos",
      "presupuestos",
      "cotizaciones",
      "quotes",
      "orders",
      "pedidos",
      "business",
      "negocios",
      "newbusiness",
      "parcerias",
      "partnerships"),
  /** General contact. */
  CONTACT(
      "contact",
      "contato",
      "contacto",
      "info",
      "hello",
      "hola",
      "ola",
      "oi",
      "office",
      "geral",
      "general",
      "mail",
      "email",
      "atendimento",
      "atencion",
      "enquiries",
      "inquiries",
      "enquiry",
      "contactus",
      "faleconosco",
      "administracao",
      "administracion",
      "admin",
      "secretaria",
      "reception",
      "recepcao",
      "team",
      "welcome"),
  /** Somebody's own. */
  PERSON(),
  /** A department that neither buys nor is asked first. */
  DEPARTMENT(
      "support",
      "suporte",
      "soporte",
      "help",
      "ajuda",
      "service",
      "sac",
      "financeiro",
      "finance",
      "finanzas",
      "billing",
      "accounts",
      "accounting",
      "acctrec",
      "receivables",
      "payables",
      "invoice",
      "invoices",
      "faturamento",
      "facturacion",
      "rechnung",
      "contabilidade",
      "contabilidad",
      "fiscal",
      "nfe",
      "xml",
      "cobranca",
      "cobranza",
      "compras",
      "purchasing",
      "qualidade",
      "quality",
      "logistica",
      "logistics",
      "expedicao",
      "ti",
      "it",
      "marketing",
      "newsletter",
      "events"),
  /** Applicants. */
  JOBS(
      "jobs",
      "job",
      "rh",
      "hr",
      "careers",
      "career",
      "vagas",
      "curriculo",
      "curriculos",
      "empleo",
      "empleos",
      "recrutamento",
      "recruitment",
      "recruiting",
      "talentos",
      "talent",
      "trabalhe",
      "trabalheconosco",
      "rrhh",
      "bewerbung",
      "karriere",
      "people"),
  /** Data protection, law, abuse. */
  PRIVACY(
      "privacy",
      "privacidade",
      "privacidad",
      "dpo",
      "lgpd",
      "gdpr",
      "legal",
      "juridico",
      "datenschutz",
      "abuse",
      "dmca",
      "copyright",
      "complaint",
      "complaints",
      "reclamacoes",
      "reclamaciones",
      "quejas",
      "beschwerde",
      "whistleblower",
      "ethics",
      "dataprotection",
      "compliance",
      "ouvidoria",
      "denuncias"),
  /** The press. */
  PRESS("press", "imprensa", "prensa", "media", "pr", "presse", "comunicacao"),
  /** Not read by a person. */
  UNATTENDED(
      "noreply", "donotreply", "mailerdaemon", "postmaster", "webmaster", "hostmaster", "bounce");

  private final List<String> words;

  EmailUse(String... words) {
    this.words = List.of(words);
  }

  /** Returns whether somebody reads it to whom a seller may write. */
  public boolean takesOffers() {
    return compareTo(JOBS) < 0;
  }

  /**
   * Returns the use of an address.
   *
   * @param kind who reads it, which decides where its words say nothing
   */
  public static EmailUse of(String address, EmailKind kind) {
    String local = address.substring(0, Math.max(0, address.indexOf('@'))).toLowerCase(Locale.ROOT);
    List<String> parts = List.of(local.split("[^a-z]+"));
    String whole = local.replaceAll("[^a-z]", "");
    EmailUse found = null;
    for (EmailUse use : values()) {
      boolean named = use.words.contains(whole) || parts.stream().anyMatch(use.words::contains);
      found = named && (found == null || use.ordinal() > found.ordinal()) ? use : found;
    }
    if (found != null) {
      return found;
    }
    return kind == EmailKind.ROLE ? DEPARTMENT : PERSON;
  }
}
