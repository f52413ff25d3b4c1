-- The database and its three kinds of users, made once when the volume is empty. psql reads the passwords from the
-- environment. For a PostgreSQL of your own run it as its superuser, with the same two variables set:
--   psql --dbname=postgres --file=docker/postgres/logins.sql
\getenv app_password STEADFAST_DB_PASSWORD
\getenv admin_password STEADFAST_DB_ADMIN_PASSWORD

-- Owns every object and signs in never.
CREATE ROLE steadfast_owner NOLOGIN;
-- Migrates, makes tenants' schemas and roles.
CREATE ROLE steadfast_admin LOGIN CREATEROLE PASSWORD :'admin_password';
GRANT steadfast_owner TO steadfast_admin;
-- The application: inherits nothing, finds no table before it has taken on a tenant's role.
CREATE ROLE steadfast_app LOGIN NOINHERIT PASSWORD :'app_password';
ALTER ROLE steadfast_app SET search_path = '';

CREATE DATABASE steadfast OWNER steadfast_owner;
REVOKE ALL ON DATABASE steadfast FROM PUBLIC;
GRANT CONNECT, CREATE, TEMPORARY ON DATABASE steadfast TO steadfast_admin;
GRANT CONNECT ON DATABASE steadfast TO steadfast_app;
