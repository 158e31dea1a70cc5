package dev.prospector.crm;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The CRM. */
@SpringBootApplication
public class CrmApplication {

  /** Starts it. */
  public static void main(String[] arguments) {
    SpringApplication.run(CrmApplication.class, arguments);
  }
}
