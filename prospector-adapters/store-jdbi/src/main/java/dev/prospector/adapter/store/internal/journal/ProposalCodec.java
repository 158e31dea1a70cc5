package dev.prospector.adapter.store.internal.journal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.database.StoreFailure;
import dev.prospector.dossier.Proposal;
import dev.prospector.dossier.Provenance;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;

/** Turns proposals into JSON and back; values are typed by the fields of their section. */
final class ProposalCodec {

  private static final TypeReference<List<Kept>> LIST = new TypeReference<>() {};

  private final KnownSections known;

  private record Kept(
      @JsonProperty("section") String section,
      @JsonProperty("differences") List<Side> differences,
      @JsonProperty("provenance") Provenance provenance) {}

  private record Side(
      @JsonProperty("field") String field,
      @JsonProperty("present") String present,
      @JsonProperty("proposed") String proposed) {}

  ProposalCodec(KnownSections known) {
    this.known = known;
  }

  String encode(List<Proposal> proposals) {
    return Json.text(proposals.stream().map(this::kept).toList());
  }

  List<Proposal> decode(String json, String row) {
    return Json.read(json, LIST, row).stream().map(kept -> proposal(kept, row)).toList();
  }

  private Kept kept(Proposal proposal) {
    List<Side> sides =
        proposal.differences().stream()
            .map(
                d -> {
                  Type type = type(proposal.section(), d.field()).orElse(Object.class);
                  return new Side(
                      d.field(), Json.text(d.present(), type), Json.text(d.proposed(), type));
                })
            .toList();
    return new Kept(proposal.section(), sides, proposal.provenance());
  }

  private Proposal proposal(Kept kept, String row) {
    List<Proposal.Difference> differences =
        kept.differences().stream()
            .map(
                side -> {
                  Type type =
                      type(kept.section(), side.field())
                          .orElseThrow(() -> StoreFailure.damaged(row));
                  return new Proposal.Difference(
                      side.field(),
                      Json.read(side.present(), type, row),
                      Json.read(side.proposed(), type, row));
                })
            .toList();
    return new Proposal(kept.section(), differences, kept.provenance());
  }

  private Optional<Type> type(String section, String field) {
    return Arrays.stream(known.named(section).type().getRecordComponents())
        .filter(component -> component.getName().equals(field))
        .map(RecordComponent::getGenericType)
        .findFirst();
  }
}
