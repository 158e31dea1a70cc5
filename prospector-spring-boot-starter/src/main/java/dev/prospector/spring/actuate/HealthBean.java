package dev.prospector.spring.actuate;

import dev.prospector.Prospector;
import dev.prospector.run.Health;
import dev.prospector.spring.internal.QueueOfApplication;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.ClassUtils;

/**
 * Makes a health indicator of an interface that lies in another package in Spring Boot 4 than in
 * 3.5, and is the same otherwise.
 */
final class HealthBean implements FactoryBean<Object>, BeanClassLoaderAware {

  private final String home;
  private final ObjectProvider<Prospector> prospector;
  private final ObjectProvider<QueueOfApplication> queue;
  private @Nullable ClassLoader classes;

  /**
   * Names where the interface lies.
   *
   * @param home its package, with a dot at the end
   */
  HealthBean(
      String home,
      ObjectProvider<Prospector> prospector,
      ObjectProvider<QueueOfApplication> queue) {
    this.home = home;
    this.prospector = prospector;
    this.queue = queue;
  }

  @Override
  public void setBeanClassLoader(ClassLoader loader) {
    classes = loader;
  }

  @Override
  public Class<?> getObjectType() {
    return type("HealthIndicator");
  }

  private Class<?> type(String name) {
    return ClassUtils.resolveClassName(home + name, classes);
  }

  @Override
  public Object getObject() {
    Class<?> indicator = getObjectType();
    InvocationHandler handler = this::answer;
    return Proxy.newProxyInstance(indicator.getClassLoader(), new Class<?>[] {indicator}, handler);
  }

  private @Nullable Object answer(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("health") && method.getParameterCount() == 0) {
      return health();
    }
    if (method.isDefault()) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "health of Prospector";
    };
  }

  private Object health() throws ReflectiveOperationException {
    Health health = prospector.getObject().health();
    Class<?> builderType = type("Health$Builder");
    Object builder = type("Health").getMethod(health.isUp() ? "up" : "down").invoke(null);
    Method detail = builderType.getMethod("withDetail", String.class, Object.class);
    for (Health.Part part : health.parts()) {
      String told =
          part.detail().isEmpty() ? part.state().name() : part.state() + ": " + part.detail();
      call(detail, builder, part.name(), told);
    }
    for (QueueOfApplication one : queue.stream().toList()) {
      String told = one.trouble().map(why -> "takes no runs: " + why).orElse("UP");
      call(detail, builder, "queue", told);
    }
    return builderType.getMethod("build").invoke(builder);
  }

  private static void call(Method method, Object on, Object... arguments)
      throws IllegalAccessException, InvocationTargetException {
    Object unused = method.invoke(on, arguments);
  }
}
