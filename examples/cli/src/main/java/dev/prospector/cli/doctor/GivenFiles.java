package dev.prospector.cli.doctor;

import dev.prospector.adapter.context.BusinessContexts;
import dev.prospector.adapter.imports.LeadFile;
import dev.prospector.adapter.imports.ReadSettings;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.cli.lookup.Outside;
import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.StoreAddress;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.Readiness;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/** Examines files by reading them as a run would. */
public final class GivenFiles {

  private final Diagnosis diagnosis;

  public GivenFiles(Diagnosis diagnosis) {
    this.diagnosis = diagnosis;
  }

  public void list(Path file) {
    AtomicReference<String> first = new AtomicReference<>("");
    try (LeadFile leads =
        LeadFile.open(
            file,
            ReadSettings.defaults(),
            row ->
                first.compareAndSet("", "the first in line " + row.line() + ": " + row.reason()))) {
      diagnosis.fine(
          "list", file + ": " + leads.leads() + " leads, " + leads.foldedRows() + " rows folded");
      if (leads.rejectedRows() > 0) {
        diagnosis.note("list", leads.rejectedRows() + " rows cannot be used", first.toString());
      }
    } catch (InputException e) {
      diagnosis.problem("list", String.valueOf(e.getMessage()));
    }
  }

  public void context(Path file) {
    try {
      BusinessContext context = BusinessContexts.read(file);
      Readiness readiness = context.readiness();
      if (!readiness.isReady()) {
        diagnosis.problem(
            "context",
            file
                + " lacks "
                + String.join(", ", readiness.required())
                + ", so nothing can be qualified");
        return;
      }
      diagnosis.fine("context", file + ": ready, in " + context.language().tag());
      if (!readiness.helpful().isEmpty()) {
        diagnosis.note(
            "context",
            "it lacks " + String.join(", ", readiness.helpful()),
            "results are sharper with them");
      }
    } catch (InputException | ConfigurationException e) {
      diagnosis.problem("context", String.valueOf(e.getMessage()));
    }
  }

  public void pages(Path archive) {
    try (PageArchive pages = PageArchive.open(archive, Outside.documents())) {
      diagnosis.fine(
          "pages",
          archive
              + ": "
              + pages.urls().size()
              + " addresses on "
              + pages.hosts().size()
              + " hosts");
      if (!pages.problems().isEmpty()) {
        diagnosis.note(
            "pages",
            pages.problems().size() + " entries cannot be used",
            "the first is " + pages.problems().get(0));
      }
    } catch (InputException e) {
      diagnosis.problem("pages", String.valueOf(e.getMessage()));
    }
  }

  /** A file that is not there yet is made by the first run, and looked at like an output. */
  public void store(StoreAddress address) {
    if (address.isMissing()) {
      diagnosis.note("store", address + " is not there yet", "the first run makes it");
      return;
    }
    try (OpenedStore opened = OpenedStore.existing(address)) {
      diagnosis.fine("store", opened.address() + " can be used");
    } catch (InputException e) {
      diagnosis.problem("store", String.valueOf(e.getMessage()));
    }
  }

  public void target(Path file) {
    Path existing = file.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing != null && Files.isWritable(existing)) {
      diagnosis.fine("output", file + " can be written");
    } else {
      diagnosis.problem("output", file + " cannot be written: check the folder's permissions");
    }
  }
}
