package dev.prospector.cli.stored;

import dev.prospector.adapter.export.write.ColumnPreset;
import dev.prospector.cli.lookup.LookUpSettings;
import dev.prospector.cli.model.ModelSettings;
import dev.prospector.cli.output.Outputs;
import dev.prospector.cli.run.ListRows;
import dev.prospector.cli.run.LiveReading;
import dev.prospector.cli.run.RunSettings;
import dev.prospector.cli.run.Sources;
import dev.prospector.cli.run.Task;
import dev.prospector.error.InputException;
import dev.prospector.store.StoredRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What this program keeps with a run, so that it can be gone on with: where things lie and what
 * they were, the settings, and where results go. Where the store is, is not among it.
 */
public final class Notes {

  private static final String FORM = "prospector-cli";
  private static final String FORM_NUMBER = "1";
  private static final String COLUMN = "map.";
  private static final String OUT = "out.";
  private static final String MODEL = "model.";

  /** What may be different when the same run is begun again. */
  private static final List<String> FREE =
      List.of(
          "list", "context", "pages", "concurrency", "columns", "report", "snapshots", "rejected");

  private final Map<String, String> values;

  private Notes(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Returns the notes of a task.
   *
   * @param task with places that do not depend on the working folder
   * @param rejected where rows go that are no leads
   */
  public static Notes of(Task task, Sources sources, Path rejected) {
    Map<String, String> values = new TreeMap<>();
    values.put(FORM, FORM_NUMBER);
    file(values, "list", KeptFile.of(task.list()));
    task.context().ifPresent(path -> file(values, "context", KeptFile.of(path)));
    task.pages().ifPresent(path -> values.put("pages", path.toString()));
    sources.archive().ifPresent(archive -> values.put("pages.version", archive.identity()));
    task.rows().columns().forEach((meaning, column) -> values.put(COLUMN + meaning, column));
    task.rows().range().ifPresent(range -> values.put("range", range));
    task.rows().limit().ifPresent(limit -> values.put("limit", String.valueOf(limit)));
    values.put("concurrency", String.valueOf(task.settings().concurrency()));
    values.put("language", sources.context().language().tag());
    task.settings().model().values().forEach((name, value) -> values.put(MODEL + name, value));
    task.settings().asOf().ifPresent(day -> values.put("as-of", day.toString()));
    task.settings()
        .live()
        .ifPresent(
            live -> {
              values.put("live", String.join(",", live.allowed()));
              live.contact().ifPresent(contact -> values.put("live.contact", contact));
              values.put("live.max-age", live.maxAge().toString());
              live.delayOfAllowed().ifPresent(d -> values.put("live.delay", d.toString()));
            });
    values.putAll(task.settings().lookUps().values());
    outputs(values, task.outputs());
    values.put("rejected", rejected.toString());
    return new Notes(values);
  }

  private static void file(Map<String, String> values, String name, KeptFile file) {
    values.put(name, file.path().toString());
    values.put(name + ".bytes", String.valueOf(file.bytes()));
    values.put(name + ".sha256", file.sha256());
  }

  private static void outputs(Map<String, String> values, Outputs outputs) {
    IntStream.range(0, outputs.files().size())
        .forEach(i -> values.put(OUT + (i + 1), outputs.files().get(i).toString()));
    if (outputs.columns() != ColumnPreset.ALL) {
      values.put("columns", outputs.columns().key());
    }
    outputs.report().ifPresent(file -> values.put("report", file.toString()));
    outputs.snapshots().ifPresent(folder -> values.put("snapshots", folder.toString()));
  }

  /** Returns the notes of a run, if this program wrote them. */
  public static Optional<Notes> in(StoredRun run) {
    return FORM_NUMBER.equals(run.notes().get(FORM))
        ? Optional.of(new Notes(run.notes()))
        : Optional.empty();
  }

  /** Returns these notes with more of them. */
  public Notes with(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(values);
    all.putAll(more);
    return new Notes(all);
  }

  public Map<String, String> values() {
    return values;
  }

  KeptFile list() {
    return file("list").orElseThrow(() -> lacking("list"));
  }

  Optional<KeptFile> context() {
    return file("context");
  }

  Optional<Path> pages() {
    return get("pages").map(Path::of);
  }

  Optional<String> pagesVersion() {
    return get("pages.version");
  }

  public String language() {
    return required("language");
  }

  Path rejected() {
    return Path.of(required("rejected"));
  }

  Outputs outputs() {
    List<Path> files = new ArrayList<>();
    for (String file = values.get(OUT + 1);
        file != null;
        file = values.get(OUT + (files.size() + 1))) {
      files.add(Path.of(file));
    }
    return new Outputs(
        files,
        get("report").map(Path::of),
        get("snapshots").map(Path::of),
        get("columns").flatMap(ColumnPreset::of).orElse(ColumnPreset.ALL));
  }

  /** Returns the task again. */
  public Task task(String pipeline) {
    RunSettings settings =
        new RunSettings(
            pipeline,
            Integer.parseInt(required("concurrency")),
            Optional.of(language()),
            get("as-of").map(LocalDate::parse),
            model(),
            live(),
            lookUps());
    return new Task(
        list().path(), context().map(KeptFile::path), pages(), rows(), settings, outputs());
  }

  /** Returns which models were chosen; their keys are in the environment again. */
  ModelSettings model() {
    return new ModelSettings(
        values.entrySet().stream()
            .filter(note -> note.getKey().startsWith(MODEL))
            .collect(
                Collectors.toMap(
                    note -> note.getKey().substring(MODEL.length()), Map.Entry::getValue)));
  }

  /** Returns these notes with other models, as those that are asked from now on. */
  Notes withModel(ModelSettings model) {
    Map<String, String> other = new TreeMap<>(values);
    other.keySet().removeIf(name -> name.startsWith(MODEL));
    model.values().forEach((name, value) -> other.put(MODEL + name, value));
    return new Notes(other);
  }

  /** Returns where was looked up; keys are in the environment again. */
  private LookUpSettings lookUps() {
    return new LookUpSettings(
        values.entrySet().stream()
            .filter(note -> LookUpSettings.owns(note.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private Optional<LiveReading> live() {
    return get("live")
        .map(
            allowed ->
                new LiveReading(
                    get("live.contact"),
                    allowed.isEmpty() ? List.of() : List.of(allowed.split(",")),
                    Optional.empty(),
                    get("live.delay").map(Duration::parse),
                    get("live.max-age").map(Duration::parse).orElse(Duration.ZERO)));
  }

  private ListRows rows() {
    Map<String, String> columns =
        values.entrySet().stream()
            .filter(note -> note.getKey().startsWith(COLUMN))
            .collect(
                Collectors.toMap(
                    note -> note.getKey().substring(COLUMN.length()), Map.Entry::getValue));
    OptionalLong limit =
        get("limit").map(Long::valueOf).map(OptionalLong::of).orElse(OptionalLong.empty());
    return new ListRows(columns, get("range"), limit);
  }

  /** Returns in what another task is not the same one, by the names of the options. */
  List<String> differences(Notes other) {
    TreeSet<String> names = new TreeSet<>(values.keySet());
    names.addAll(other.values.keySet());
    return names.stream()
        .filter(name -> !FREE.contains(name) && !name.startsWith(OUT))
        .filter(name -> !Objects.equals(values.get(name), other.values.get(name)))
        .map(name -> name.replaceAll("\\..*", ""))
        .distinct()
        .toList();
  }

  private Optional<KeptFile> file(String name) {
    return get(name)
        .map(
            path ->
                new KeptFile(
                    Path.of(path),
                    Long.parseLong(required(name + ".bytes")),
                    required(name + ".sha256")));
  }

  private Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private String required(String name) {
    return get(name).orElseThrow(() -> lacking(name));
  }

  private static InputException lacking(String name) {
    return new InputException("the run's notes lack '" + name + "': begin a new run with 'enrich'");
  }
}
