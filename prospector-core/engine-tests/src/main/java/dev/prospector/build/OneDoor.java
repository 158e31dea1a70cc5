package dev.prospector.build;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/** Connections to other machines are opened by transports, which ask a policy, and nowhere else. */
public final class OneDoor {

  private static final Map<String, Set<String>> OPENING =
      Map.of(
          "java.net.Socket", Set.of("<init>", "connect"),
          "java.net.DatagramSocket", Set.of("<init>", "connect", "send"),
          "java.net.URL", Set.of("openConnection", "openStream", "getContent"),
          "java.nio.channels.SocketChannel", Set.of("open", "connect"),
          "java.nio.channels.AsynchronousSocketChannel", Set.of("open", "connect"),
          "java.nio.channels.DatagramChannel", Set.of("open", "connect", "send"),
          "javax.net.SocketFactory", Set.of("createSocket"),
          "java.net.http.HttpClient", Set.of("newHttpClient", "newBuilder", "send", "sendAsync"));

  private OneDoor() {}

  /**
   * Nothing but the given classes opens a connection or uses a client that does.
   *
   * @param transports by their whole names, with what is nested in them
   */
  public static ArchRule connectionsAreOpenedBy(String... transports) {
    Set<String> doors = Set.of(transports);
    return noClasses()
        .that(
            DescribedPredicate.<JavaClass>describe(
                "are no transports", c -> !doors.contains(c.getName().replaceAll("\\$.*", ""))))
        .should()
        .accessTargetWhere(DescribedPredicate.describe("a connection is opened", OneDoor::opens))
        .because("only a transport holds to the addresses that a policy accepted")
        .allowEmptyShould(true);
  }

  private static boolean opens(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    return owner.startsWith("okhttp3.")
        || OPENING.getOrDefault(owner, Set.of()).contains(access.getName());
  }
}
