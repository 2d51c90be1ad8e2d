window.YTD.account.part0 = [
  {"account": {"email": "Olga@Example.com", "createdVia": "web", "username": "olga_o", "accountId": "1001", "createdAt": "2010-01-01T00:00:00.000Z", "accountDisplayName": "Olga Owner"}}
]
