package dev.prospector.adapter.export.write;

import dev.prospector.adapter.export.record.LeadRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which columns a table has, and what they are called: all of ours, or those that the import of a
 * CRM knows by their names. What has no place there is left out.
 */
public enum ColumnPreset {
  /** Everything, under our own names. */
  ALL(
      "id=id, name=name, website=website, domain=domain, country=country, city=city,"
          + " state=state,status=status, tier=tier, score=score, score_low=score_low,"
          + " score_high=score_high,known=known, decisive=decisive, readiness=readiness,"
          + " next_step=next_step,justification=justification, why_them=why_them,"
          + " why_them_quote=why_them_quote,why_now=why_now, why_now_quote=why_now_quote,"
          + " whom=whom, whom_quote=whom_quote,return_low=return_low,"
          + " return_high=return_high,currency=currency, industry=industry, size=size,"
          + " employees=employees, founded=founded,description=description, services=services,"
          + " customers=customers, email=email, other_emails=other_emails,"
          + " phone=phone,other_phones=other_phones, whatsapp=whatsapp, linkedin=linkedin,"
          + " instagram=instagram,facebook=facebook, address=address, street=street,"
          + " postal_code=postal_code,person=person, person_role=person_role,"
          + " person_email=person_email,registration_number=registration_number,"
          + " legal_name=legal_name,registration_status=registration_status,"
          + " technologies=technologies, route=route, split=split, pains=pains, urgency=urgency,"
          + " trigger=trigger, trigger_date=trigger_date, trigger_until=trigger_until,"
          + " competitor=competitor, supplier=supplier, persona=persona,"
          + " persona_basis=persona_basis, angle=angle, first_contact=first_contact,"
          + " channel=channel, recipient=recipient, subject=subject, message=message,"
          + " gate_findings=gate_findings, top_objection=top_objection, summary=briefing,"
          + " sections_by_model=sections_by_model, sections_by_rules=sections_by_rules,"
          + " cost=cost,not_done=not_done, notes=notes, source=source"),

  /** Companies with a contact each, as HubSpot's import calls them. */
  HUBSPOT(
      "Company name=name, Company domain name=domain, Website URL=website, Phone number=phone,"
          + "Street address=street, City=city, State/Region=state, Postal code=postal_code,"
          + "Country/Region=country, Number of employees=employees, Year founded=founded,"
          + "LinkedIn company page=linkedin, Facebook company page=facebook,"
          + "First name=first_name, Last name=last_name, Job title=person_role,"
          + "Email=any_email, WhatsApp phone number=whatsapp, Notes=summary"),

  /**
   * Leads, as Salesforce's import wizard calls them. It asks for a last name in each row, which is
   * empty where no person is known.
   */
  SALESFORCE(
      "Company=name, First Name=first_name, Last Name=last_name, Title=person_role,"
          + "Email=any_email, Phone=phone, Website=website, Street=street, City=city,"
          + "State/Province=state, Zip/Postal Code=postal_code, Country=country,"
          + "No. of Employees=employees, Industry=industry, Rating=rating, Description=summary"),

  /** Organizations with a person and a lead each, as Pipedrive's import calls them. */
  PIPEDRIVE(
      "Lead - Title=name, Organization - Name=name, Organization - Website=website,"
          + "Organization - Address=address, Person - Name=person, Person - Email=any_email,"
          + "Person - Phone=phone, Person - Job title=person_role, Lead - Label=rating,"
          + "Note=summary"),

  /** Companies, as Twenty's import calls them. */
  TWENTY(
      "Name=name, Domain Name / Link URL=website, Employees=employees,"
          + "Linkedin / Link URL=linkedin, Address / Address 1=street, Address / City=city,"
          + "Address / State=state, Address / Post Code=postal_code, Address / Country=country");

  private final Map<String, String> columns = new LinkedHashMap<>();

  ColumnPreset(String columns) {
    for (String column : columns.split(",\\s*")) {
      int is = column.indexOf('=');
      this.columns.put(column.substring(0, is).strip(), column.substring(is + 1));
    }
  }

  /** Returns the preset of a name in any case; empty if there is none. */
  public static Optional<ColumnPreset> of(String name) {
    return Stream.of(values())
        .filter(p -> p.key().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** Returns the name under which people choose it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what the columns are called, in order. */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /** Returns the cells of a lead: texts and numbers, empty where nothing is known. */
  List<Object> cells(LeadRecord lead) {
    Map<String, Object> cells = LeadColumns.of(lead);
    CrmColumns.addTo(cells);
    return columns.values().stream().map(name -> cells.getOrDefault(name, "")).toList();
  }
}
