package dev.prospector.benchmark.engine;

import static com.sun.management.GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * What the heap holds plus everything that collections have freed: whoever allocated it, it is in
 * one of the two. Each reading forces a full collection, so that half-filled regions do not count.
 */
final class HeapBook implements AllocatedBytes {

  private static final long POLL_NANOS = 200_000;

  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private final List<String> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .toList();
  private final AtomicLong freed = new AtomicLong();
  private final AtomicLong noted = new AtomicLong();

  HeapBook() {
    noted.set(collections());
    for (GarbageCollectorMXBean collector : collectors) {
      ((NotificationEmitter) collector)
          .addNotificationListener((notification, handback) -> note(notification), null, null);
    }
  }

  @Override
  public String method() {
    return "heap in use plus bytes freed by collections";
  }

  @Override
  public long total() {
    System.gc();
    while (noted.get() < collections()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    return freed.get() + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void note(Notification notification) {
    if (notification.getType().equals(GARBAGE_COLLECTION_NOTIFICATION)) {
      GcInfo collection =
          GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
              .getGcInfo();
      freed.addAndGet(
          used(collection.getMemoryUsageBeforeGc()) - used(collection.getMemoryUsageAfterGc()));
      noted.incrementAndGet();
    }
  }

  private long used(Map<String, MemoryUsage> usage) {
    return usage.entrySet().stream()
        .filter(pool -> pools.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }

  private long collections() {
    return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
  }
}
