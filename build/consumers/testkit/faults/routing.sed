# src/main/java/shop/Routing.java: four hours no longer count as old
s/AGE.atLeast(/AGE.moreThan(/
