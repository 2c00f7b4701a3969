# src/main/java/shop/ShopHours.java: a deadline at closing time rolls to the next opening
s/left.compareTo(today) <= 0/left.compareTo(today) < 0/
