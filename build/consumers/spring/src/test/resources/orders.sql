create table orders (id integer not null primary key);
