package dev.prospector.adapter.store.internal.journal;

import java.util.List;

/**
 * A lead as it is stored.
 *
 * @param content the lead as JSON
 * @param proposals what waits for a person, as JSON
 * @param dossier one element for each section
 */
public record LeadRow(
    String tenant,
    String lead,
    long version,
    String content,
    String proposals,
    List<EntryCodec.Columns> dossier) {}
