// Make the replica set and a user for each database; what is there stays, passwords are set again.
// A service sees its own database, and with another user the database of its keys: nothing else.

const { readFileSync } = require('fs');

const secret = (name) => readFileSync(`/run/secrets/${name}`, 'utf8').trim();
const ALREADY_INITIALIZED = 23;

const admin = connect(`mongodb://admin:${secret('mongodb-admin')}@mongo:27017/admin?directConnection=true`);

try {
  admin.adminCommand({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: 'mongo:27017' }] } });
} catch (error) {
  if (error.code !== ALREADY_INITIALIZED) throw error;
}
while (!admin.hello().isWritablePrimary) sleep(200);

for (const service of ['intake', 'meetings', 'notify', 'escalation']) {
  for (const database of [service, `${service}_keys`]) {
    const user = database.replace('_', '-');
    const pwd = secret(`mongodb-${user}`);
    const roles = [{ role: 'readWrite', db: database }];
    if (admin.getUser(user) === null) {
      admin.createUser({ user, pwd, roles });
    } else {
      admin.updateUser(user, { pwd, roles });
    }
  }
}
print('the replica set and the users are in place');
