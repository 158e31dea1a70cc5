package dev.prospector.spring;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Starts a small web application, and prints how long that took and what it holds. */
public final class StartUp {

  private StartUp() {}

  /** The application: a web server and a database of its own. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}

  /**
   * Prints milliseconds since the start of the process, kibibytes in use after that, milliseconds
   * of the processor, and how many classes were loaded.
   */
  public static void main(String[] arguments) {
    try (ConfigurableApplicationContext context =
        SpringApplication.run(Application.class, arguments)) {
      long started = ManagementFactory.getRuntimeMXBean().getUptime();
      long processor =
          ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
      long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
      MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
      memory.gc();
      memory.gc();
      long used = memory.getHeapMemoryUsage().getUsed() + memory.getNonHeapMemoryUsage().getUsed();
      System.out.println(
          "started " + started + " " + used / 1024 + " " + processor / 1_000_000 + " " + classes);
    }
  }
}
