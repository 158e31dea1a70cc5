package dev.prospector.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

/** An application that is processed ahead of time can have Prospector in it. */
class AotTest {

  @Test
  void processingAheadOfTimeWritesOurBeans() {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context.register(Boot.ours());
      InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
      DefaultGenerationContext generation =
          new DefaultGenerationContext(
              new ClassNameGenerator(ClassName.get("dev.prospector.spring", "Application")), files);
      new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
      generation.writeGeneratedContent();
      assertThat(files.getGeneratedFiles(GeneratedFiles.Kind.SOURCE).keySet())
          .anyMatch(name -> name.contains("ProspectorAutoConfiguration"))
          .anyMatch(name -> name.contains("ProspectorStoreAutoConfiguration"));
    }
  }
}
