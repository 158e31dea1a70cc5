package dev.prospector.agents.persona;

/** What somebody is responsible for. */
public enum Department {
  /** The whole company. */
  MANAGEMENT,
  /** The daily work. */
  OPERATIONS,
  /** Transport, fleet and warehouse. */
  LOGISTICS,
  /** What is made. */
  PRODUCTION,
  /** How good it is. */
  QUALITY,
  /** Money. */
  FINANCE,
  /** Systems. */
  IT,
  /** Those who work there. */
  PEOPLE,
  /** Selling. */
  SALES,
  /** Being known. */
  MARKETING,
  /** Service to customers. */
  SERVICE,
  /** Buying. */
  PROCUREMENT,
  /** Law. */
  LEGAL,
  /** Patients. */
  MEDICAL
}
