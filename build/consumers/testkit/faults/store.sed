# src/main/java/shop/CachedStore.java: a conflict is told as an accident of the cache
s/throw e.getCause();/throw new IllegalStateException("the store failed", e);/
