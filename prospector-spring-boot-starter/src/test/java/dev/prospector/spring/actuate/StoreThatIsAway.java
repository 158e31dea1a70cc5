package dev.prospector.spring.actuate;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.store.RunStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;

/** Makes a store that cannot be reached when it is asked whether it can. */
final class StoreThatIsAway {

  private StoreThatIsAway() {}

  static RunStore create() {
    RunStore there = new InMemoryRunStore(Clock.systemUTC());
    return (RunStore)
        Proxy.newProxyInstance(
            RunStore.class.getClassLoader(),
            new Class<?>[] {RunStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("check")) {
                throw new PortException("store", "it is away", RetryAdvice.backOff());
              }
              try {
                return method.invoke(there, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
