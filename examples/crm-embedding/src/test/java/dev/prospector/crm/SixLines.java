package dev.prospector.crm;

import dev.prospector.Prospector;
import dev.prospector.lead.Lead;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import java.util.List;
import org.springframework.stereotype.Service;

// region six-lines
@Service
record SixLines(Prospector prospector, Pipeline pipeline) {
  Run research(List<Lead> leads) {
    return prospector.start(pipeline, leads);
  }
}
// endregion
