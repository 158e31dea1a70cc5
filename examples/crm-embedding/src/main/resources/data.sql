insert into customer (id, name, website) values (1, 'Northgate Haulage', 'https://northgate.example');
insert into customer (id, name, website) values (2, 'Harbour Bakery', 'https://harbour.example');
